import { FULL_OF_TEXTS, LONG_TEXTS } from './files/long-texts.ts';
import { NAMES } from './files/names.ts';
import { LARGEST, SHEETS } from './files/sheets.ts';
import { STRINGS_FILES } from './files/strings.ts';
import { TABLES } from './files/tables.ts';
import { testFiles, testTogether } from './support/suite.ts';

testFiles('tables', TABLES);
testFiles('the largest that are read', LARGEST);
testTogether('sheets', SHEETS, 3);
testTogether('strings', STRINGS_FILES, 4);
testTogether('names', NAMES, 30);
testTogether('long texts', LONG_TEXTS, 15);
testFiles('full of long texts', FULL_OF_TEXTS);
