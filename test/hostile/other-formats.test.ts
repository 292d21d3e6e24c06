import { BIFF_FILES } from './files/biff.ts';
import { COMPOUND_FILES } from './files/compound-files.ts';
import { CSV_FILES } from './files/csv-files.ts';
import { FOREIGN } from './files/foreign.ts';
import { OPEN_DOCUMENTS } from './files/open-document.ts';
import { WEB_PAGES } from './files/web-pages.ts';
import { XML_2003 } from './files/xml-2003.ts';
import { testTogether } from './support/suite.ts';

testTogether('text', CSV_FILES, 2);
testTogether('web pages', WEB_PAGES, 3);
testTogether('SpreadsheetML', XML_2003, 3);
testTogether('OpenDocument', OPEN_DOCUMENTS, 5);
testTogether('compound files', COMPOUND_FILES, 35);
testTogether('records of .xls', BIFF_FILES, 15);
testTogether('files of other kinds', FOREIGN, 20);
