import { FULL_OF_TEXTS, LONG_TEXTS } from './files/long-texts.ts';
import { NAMES } from './files/names.ts';
import { SHEETS } from './files/sheets.ts';
import { STRINGS_FILES } from './files/strings.ts';
import { testFiles, testTogether } from './support/suite.ts';

testTogether('sheets', SHEETS, 3);
testTogether('strings', STRINGS_FILES, 4);
testTogether('names', NAMES, 40);
testTogether('long texts', LONG_TEXTS, 12);
testFiles('full of long texts', FULL_OF_TEXTS);
