import { LARGEST } from './files/sheets.ts';
import { TABLES } from './files/tables.ts';
import { testFiles } from './support/suite.ts';

testFiles('tables', TABLES);
testFiles('the largest that are read', LARGEST);
