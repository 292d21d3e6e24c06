import { didYouMean } from '../../vi/suggest.ts';
import { capitalize, quoteValue } from '../../vi/text.ts';
import { type FileFinding, listNames } from './finding.ts';
import { type Placed, selectTexts } from './path.ts';
import { DIRECTIVE_REFERENCE_UNKNOWN } from './problems.ts';

/** Names that are declared in one part of the file and used in others. */
interface ReferenceKind {
  /** What is named, lower case. */
  readonly thing: string;
  /** The key under which it is declared. */
  readonly declaredUnder: string;
  readonly declared: string;
  readonly used: readonly string[];
}

const REFERENCES: readonly ReferenceKind[] = [
  {
    thing: 'loại đơn vị',
    declaredUnder: 'unitTypes',
    declared: 'unitTypes.*.id',
    used: [
      'taskGroups.*.binds.*.unitType',
      'indicators.*.unitTypes.*',
      'measures.*.unitType',
      'form.fields.*.unitTypes.*',
      'rules.*.unitTypes.*',
    ],
  },
  {
    thing: 'nhóm nhiệm vụ',
    declaredUnder: 'taskGroups',
    declared: 'taskGroups.*.id',
    used: ['rules.*.taskGroups.*'],
  },
  {
    thing: 'chỉ tiêu',
    declaredUnder: 'indicators',
    declared: 'indicators.*.id',
    used: [
      'indicators.*.computed.numerator',
      'indicators.*.computed.denominator',
      'indicators.*.computed.of.*',
      'measures.*.numerator',
      'measures.*.denominator',
      'measures.*.indicator',
      'relations.parts.*.part',
      'relations.parts.*.whole',
      'relations.register.*.indicator',
      'relations.households.*.persons',
      'relations.households.*.households',
      'rules.*.indicators.*',
    ],
  },
];

/** Names that are used but not declared. Works on the plain data, so that it also finds them in an otherwise faulty file. */
export function unknownReferences(root: Placed): readonly FileFinding[] {
  return REFERENCES.flatMap((kind) => {
    const known = new Set(selectTexts(root, kind.declared).map(({ value }) => value));
    return kind.used
      .flatMap((pattern) => selectTexts(root, pattern))
      .filter(({ value }) => value !== '' && !known.has(value))
      .map((use) => unknownReference(use, kind, [...known]));
  });
}

function unknownReference(
  { path, value }: { readonly path: FileFinding['path']; readonly value: string },
  { thing, declaredUnder }: ReferenceKind,
  declared: readonly string[],
): FileFinding {
  const choices = declared.length === 0 ? '' : `; các mã đã khai báo là ${listNames(declared)}`;
  return {
    problem: DIRECTIVE_REFERENCE_UNKNOWN,
    path,
    part: 'value',
    message: `${capitalize(thing)} ${quoteValue(value)} không có trong “${declaredUnder}”${didYouMean(value, declared)}`,
    hint: `Sửa lại mã, hoặc khai báo thêm ${thing} này trong “${declaredUnder}”${choices}`,
  };
}
