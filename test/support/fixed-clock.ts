/** Options of node that make a program take that moment (`2025-11-12T12:00:00+07:00`) for the present one, all the time. */
export function fixedClock(moment: string): readonly string[] {
  const clock = `const Real = Date, moment = Real.parse('${moment}');
    globalThis.Date = class extends Real {
      constructor(...words) { super(...(words.length === 0 ? [moment] : words)); }
      static now() { return moment; }
    };`;
  return ['--import', `data:text/javascript,${encodeURIComponent(clock)}`];
}
