import { DAMAGED_FORMATS, flips, splices, truncations } from './files/damage.ts';
import { testTogether } from './support/suite.ts';

for (const format of DAMAGED_FORMATS) {
  testTogether(`.${format}`, [...truncations(format, 50), ...flips(format, 80), ...splices(format, 50)], 90);
}
