// A Markdown page as one HTML file that opens by a double click: no network, its pictures inside.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 17px/1.6 'Segoe UI', system-ui, sans-serif; color: #1b1b1b; }
h1, h2, h3 { line-height: 1.3; margin-top: 2em; } h1 { margin-top: 0; }
table { border-collapse: collapse; display: block; overflow-x: auto; } th, td { border: 1px solid #bbb; padding: .3em .6em; text-align: left; vertical-align: top; }
pre { background: #f3f3f3; padding: .8em 1em; overflow-x: auto; } code { font: .92em Consolas, monospace; }
:not(pre) > code { background: #f3f3f3; padding: .1em .3em; } img { max-width: 100%; border: 1px solid #bbb; }
nav { background: #f7f7f7; padding: .5em 1.5em; } @media print { nav { display: none; } body { font-size: 11pt; } }
`;

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const words = (node) => node.value ?? (node.children ?? []).map(words).join('');

/** The name of a heading in an address, as sites that show Markdown give it. */
const anchor = (node) =>
  words(node)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');

function picture(url, folder) {
  const kind = extname(url).slice(1);
  return `data:image/${kind};base64,${readFileSync(join(folder, url)).toString('base64')}`;
}

/** @param {{ folder: string, link: (url: string) => string | undefined }} place */
function html(node, place) {
  const inner = () => node.children.map((child) => html(child, place)).join('');
  const wrapped = (name) => `<${name}>${inner()}</${name}>`;
  const kinds = {
    root: inner,
    heading: () => `<h${node.depth} id="${escaped(anchor(node))}">${inner()}</h${node.depth}>\n`,
    paragraph: () => `${wrapped('p')}\n`,
    text: () => escaped(node.value),
    // Comments: what the guide's test needs to know.
    html: () => '',
    inlineCode: () => `<code>${escaped(node.value)}</code>`,
    code: () => `<pre><code>${escaped(node.value)}</code></pre>\n`,
    strong: () => wrapped('strong'),
    emphasis: () => wrapped('em'),
    list: () => `${wrapped(node.ordered ? 'ol' : 'ul')}\n`,
    listItem: () => `${wrapped('li')}\n`,
    blockquote: () => `${wrapped('blockquote')}\n`,
    thematicBreak: () => '<hr>\n',
    break: () => '<br>',
    link: () => {
      const url = place.link(node.url);
      return url === undefined ? inner() : `<a href="${escaped(url)}">${inner()}</a>`;
    },
    image: () => `<img src="${picture(node.url, place.folder)}" alt="${escaped(node.alt ?? '')}">`,
    table: () => {
      const [head, ...rows] = node.children;
      const row = ({ children }, name) =>
        `<tr>${children.map((cell) => `<${name}>${cell.children.map((child) => html(child, place)).join('')}</${name}>`).join('')}</tr>\n`;
      return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((each) => row(each, 'td')).join('')}</tbody></table>\n`;
    },
  };
  const kind = kinds[node.type];
  if (kind === undefined) throw new Error(`scripts/page.mjs does not know how to write “${node.type}”`);
  return kind();
}

/**
 * @param {string} text Markdown
 * @param {{ folder: string, link: (url: string) => string | undefined }} place where its pictures lie, and where its links go
 * (undefined: the words alone stay)
 */
export function page(text, place) {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const headings = tree.children.filter(({ type, depth }) => type === 'heading' && depth <= 2);
  const [title, ...chapters] = headings;
  const contents = chapters.map((node) => `<li><a href="#${escaped(anchor(node))}">${escaped(words(node))}</a></li>`);
  const [first = '', ...rest] = tree.children.map((child) => html(child, place));
  const nav = contents.length > 2 ? `<nav><ul>\n${contents.join('\n')}\n</ul></nav>\n` : '';
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title === undefined ? '' : words(title))}</title><style>${STYLE}</style></head><body>
${first}${nav}${rest.join('')}</body></html>
`;
}
