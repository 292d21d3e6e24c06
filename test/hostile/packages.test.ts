import { BOMBS } from './files/bombs.ts';
import { DIRECTORIES } from './files/directories.ts';
import { ELEMENTS, ENTITIES } from './files/markup.ts';
import { RELATIONS } from './files/relations.ts';
import { XLSB_FILES } from './files/xlsb.ts';
import { testFiles, testTogether } from './support/suite.ts';

testFiles('bombs', BOMBS);
testTogether('directories of zips', DIRECTORIES, 25);
testTogether('relations', RELATIONS, 25);
testTogether('entities', ENTITIES, 15);
testTogether('elements', ELEMENTS, 5);
testTogether('binary workbooks (.xlsb)', XLSB_FILES, 15);
