import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sealJson, sha256 } from '../../src/workspace/fingerprint.ts';
import { chooseReportNames } from '../../src/workspace/report-outputs.ts';
import { tempFolder } from './support/temp-folder.ts';

const DOCX = 'the report';
const XLSX = 'the table';

/** The figures that this program wrote beside a report, and beside a table where one is named. */
function figures(docx: string, xlsx?: string): string {
  const summary = xlsx === undefined ? {} : { summary: { file: 'y', sha256: sha256(xlsx) } };
  const content = { schemaVersion: 1, report: { file: 'x', sha256: sha256(docx) }, ...summary };
  return sealJson(`${JSON.stringify(content, undefined, 2)}\n`);
}

describe('nothing that somebody has edited is overwritten', () => {
  test.each<[string, Record<string, string>, { docx: string; kept: readonly string[] }]>([
    ['an empty folder', {}, { docx: 'bao-cao.docx', kept: [] }],
    ['its own files', { 'bao-cao.docx': DOCX, 'bao-cao.json': figures(DOCX) }, { docx: 'bao-cao.docx', kept: [] }],
    ['its own figures, the report deleted', { 'bao-cao.json': figures(DOCX) }, { docx: 'bao-cao.docx', kept: [] }],
    [
      'an edited report',
      { 'bao-cao.docx': `${DOCX}, edited`, 'bao-cao.json': figures(DOCX) },
      { docx: 'bao-cao (2).docx', kept: ['bao-cao.docx'] },
    ],
    [
      'edited figures',
      { 'bao-cao.docx': DOCX, 'bao-cao.json': figures(DOCX).replace('schemaVersion', 'x') },
      { docx: 'bao-cao (2).docx', kept: ['bao-cao.docx', 'bao-cao.json'] },
    ],
    [
      'edited figures that name an edited report',
      { 'bao-cao.docx': 'edited', 'bao-cao.json': figures(DOCX).replace(sha256(DOCX), sha256('edited')) },
      { docx: 'bao-cao (2).docx', kept: ['bao-cao.docx', 'bao-cao.json'] },
    ],
    ['a report without figures', { 'bao-cao.docx': DOCX }, { docx: 'bao-cao (2).docx', kept: ['bao-cao.docx'] }],
    [
      'an edited report and the second one of its own',
      {
        'bao-cao.docx': 'edited',
        'bao-cao.json': figures(DOCX),
        'bao-cao (2).docx': 'two',
        'bao-cao (2).json': figures('two'),
      },
      { docx: 'bao-cao (2).docx', kept: ['bao-cao.docx'] },
    ],
    [
      'two edited reports',
      {
        'bao-cao.docx': 'edited',
        'bao-cao.json': figures(DOCX),
        'bao-cao (2).docx': 'edited too',
        'bao-cao (2).json': figures('two'),
      },
      { docx: 'bao-cao (3).docx', kept: ['bao-cao.docx', 'bao-cao (2).docx'] },
    ],
    [
      'a report of a run that was cut off before its figures were in place',
      { 'bao-cao.docx': 'new', 'bao-cao.json': figures(DOCX), '.bao-cao.json.tmp': figures('new') },
      { docx: 'bao-cao.docx', kept: [] },
    ],
    [
      'all three of its own',
      { 'bao-cao.docx': DOCX, 'tong-hop.xlsx': XLSX, 'bao-cao.json': figures(DOCX, XLSX) },
      { docx: 'bao-cao.docx', kept: [] },
    ],
    [
      'an edited table beside an untouched report',
      { 'bao-cao.docx': DOCX, 'tong-hop.xlsx': `${XLSX}, edited`, 'bao-cao.json': figures(DOCX, XLSX) },
      { docx: 'bao-cao (2).docx', kept: ['tong-hop.xlsx'] },
    ],
    [
      'a table that the clerk has made, where an older version wrote the report alone',
      { 'bao-cao.docx': DOCX, 'tong-hop.xlsx': 'by hand', 'bao-cao.json': figures(DOCX) },
      { docx: 'bao-cao (2).docx', kept: ['tong-hop.xlsx'] },
    ],
    [
      'an edited report, an edited table, and the second pair edited too',
      {
        'bao-cao.docx': 'edited',
        'tong-hop.xlsx': 'edited',
        'bao-cao.json': figures(DOCX, XLSX),
        'bao-cao (2).docx': 'two',
        'tong-hop (2).xlsx': 'edited',
        'bao-cao (2).json': figures('two', 'two'),
      },
      { docx: 'bao-cao (3).docx', kept: ['bao-cao.docx', 'tong-hop.xlsx', 'tong-hop (2).xlsx'] },
    ],
    [
      'a table of a run that was cut off before its figures were in place',
      {
        'bao-cao.docx': DOCX,
        'tong-hop.xlsx': 'new',
        'bao-cao.json': figures(DOCX, XLSX),
        '.bao-cao.json.tmp': figures(DOCX, 'new'),
      },
      { docx: 'bao-cao.docx', kept: [] },
    ],
    [
      'a report that was renamed by hand to the first name',
      { 'bao-cao.docx': 'two', 'bao-cao (2).json': figures('two') },
      { docx: 'bao-cao.docx', kept: [] },
    ],
  ])('%s', (_name, files, expected) => {
    const { pdf, hasOwnPdf, ...names } = chooseReportNames(tempFolder(files));
    const copy = expected.docx.slice('bao-cao'.length, -'.docx'.length);
    expect(names).toEqual({ ...expected, xlsx: `tong-hop${copy}.xlsx`, json: `bao-cao${copy}.json` });
    expect([pdf, hasOwnPdf]).toEqual([`bao-cao${copy}.pdf`, false]);
  });

  test.each([
    ['its own PDF', 'pdf', { pdf: 'bao-cao.pdf', hasOwnPdf: true, kept: [] }],
    ['a PDF by hand', 'by hand', { pdf: 'bao-cao (2).pdf', hasOwnPdf: false, kept: ['bao-cao.pdf'] }],
  ])('%s', (_name, content, expected) => {
    const json = sealJson(
      `${JSON.stringify({ schemaVersion: 1, report: { sha256: sha256(DOCX) }, pdf: { sha256: sha256('pdf') } }, undefined, 2)}\n`,
    );
    const files = { 'bao-cao.docx': DOCX, 'bao-cao.json': json, 'bao-cao.pdf': content };
    expect(chooseReportNames(tempFolder(files))).toMatchObject(expected);
  });

  test('choosing changes nothing', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'bao-cao.docx'), 'edited');
    chooseReportNames(folder);
    expect(readFileSync(join(folder, 'bao-cao.docx'), 'utf8')).toBe('edited');
  });
});
