/** The end of a section within the properties of a paragraph, and the rest of that paragraph. */
const SECTION_END =
  /(<w:sectPr\b(?:(?!<w:sectPr\b).)*?(?:<\/w:sectPr>|(?<=<w:sectPr\b[^>]*\/)>))((?:(?!<w:p[ >]|<\/w:p>).)*<\/w:p>)/gsu;

/** A paragraph as low as can be that ends a section. */
export function sectionEnd(section: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>${section}</w:pPr></w:p>`;
}

function textOf(xml: string): string {
  return xml.replace(/<[^>]*>/gu, '').trim();
}

/**
 * The text of a body with the end of a section moved behind the paragraph of a tag whose place blocks will take: Word writes it
 * into the last paragraph before it, and it would go with that.
 */
export function endsApart(body: string, isBlock: (name: string) => boolean): string {
  return body.replace(SECTION_END, (whole, section: string, rest: string) => {
    const name = /^\{\{([^{}]*)\}\}$/u.exec(textOf(rest))?.[1]?.trim();
    return name !== undefined && isBlock(name) ? rest + sectionEnd(section) : whole;
  });
}
