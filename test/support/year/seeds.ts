/** The seeds of `YEAR_SEEDS=7,8` in the environment, to repeat a failure or to try others; else those of the test itself. */
export function seedsToPlay(own: readonly number[]): readonly number[] {
  const asked = process.env['YEAR_SEEDS'];
  return asked === undefined ? own : asked.split(',').map(Number);
}
