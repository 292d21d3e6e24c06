// An invented commune and what its units report, the same for the same seed; knows nothing of files or of the program.

/** Numbers by seed (mulberry32): `below(n)` from 0 to n - 1, `happens(p)` in p of 100 cases. */
export function chanceOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return { below, happens: (percent) => below(100) < percent, pick: (list) => list[below(list.length)] };
}

const SYLLABLES =
  'An Bình Cẩm Châu Cổ Diêm Đại Điền Đông Đức Gia Giang Hà Hải Hạnh Hiệp Hòa Hoài Hội Hưng Khánh Khê Kim Kỳ Lâm Lạc Liên Long Lộc Lương ' +
  'Mai Minh Mỹ Nam Nghĩa Ngọc Nhơn Ninh Phong Phổ Phú Phước Phương Quang Quý Sơn Tân Tây Thái Thanh Thạch Thắng Thịnh Thiện Thọ Thuận ' +
  'Thượng Tịnh Tiên Trà Trung Trường Tú Tùng Vạn Văn Vân Vĩnh Xuân Yên';

/** No more than so many units are no villages, however many files there are. */
const MOST_OTHERS = 30;
/** So many units in a hundred send nothing, beside those that do. */
const SILENT_PERCENT = 5;

/** How many units of a commune send nothing, as a rule, when so many send a file. */
export const usuallySilent = (files) => Math.ceil((files * SILENT_PERCENT) / 100);

const code = (prefix, index) => `${prefix}${String(index + 1).padStart(4, '0')}`;

function villages(count, chance) {
  const words = SYLLABLES.split(' ');
  const pairs = words.length * (words.length - 1);
  return Array.from({ length: count }, (_, index) => {
    const households = 120 + chance.below(500);
    const [pair, turn] = [index % pairs, Math.floor(index / pairs)];
    const [first, second] = [pair % words.length, (pair + Math.floor(pair / words.length) + 1) % words.length];
    const name = `Thôn ${words[first]} ${words[second]}${turn === 0 ? '' : ` ${turn + 1}`}`;
    return { id: code('TH', index), name, type: 'village', households, adults: households * 2 + chance.below(400) };
  });
}

function others(count) {
  const schools = Math.ceil(count / 2);
  return Array.from({ length: count }, (_, index) =>
    index < schools
      ? { id: code('TR', index), name: `Trường Tiểu học số ${index + 1}`, type: 'school' }
      : { id: code('DT', index - schools), name: `Hội quần chúng số ${index - schools + 1}`, type: 'organisation' },
  );
}

/** What people type where a number belongs. */
const FAULTS = ['khoảng 300', 'đã báo qua điện thoại', '12,5', '-5'];

function typed(value, chance) {
  if (chance.happens(3)) return { words: '-' };
  if (chance.happens(3)) return {};
  if (chance.happens(1)) return { words: chance.pick(FAULTS) };
  return { value };
}

/** The numbers of one report by the indicators' codes: `value`, `words` instead of one, or neither (blank). */
function numbersOf(unit, chance) {
  // Never ten times what others have, which would be a finding.
  const few = (least) => typed(least + chance.below(3 * least), chance);
  if (unit.type !== 'village') {
    const codes = ['CT21', 'CT22', 'CT23', 'CT24', ...(unit.type === 'school' ? ['CT25', 'CT26'] : [])];
    return Object.fromEntries(codes.map((one) => [one, few(one === 'CT24' ? 200 : 10)]));
  }
  // A village seldom counts more people than the register has.
  const adults = unit.adults - chance.below(60) + (chance.happens(3) ? 80 : 0);
  const holders = chance.happens(4)
    ? adults + 1 + chance.below(300)
    : Math.floor((adults * (30 + chance.below(45))) / 100);
  const optional = ['CT05', 'CT06', 'CT07', 'CT08', 'CT09', 'CT10'].map((one) => [one, few(60)]);
  return {
    CT01: chance.happens(1) ? { words: chance.pick(FAULTS) } : { value: adults },
    CT02: chance.happens(3) ? typed(holders, chance) : { value: holders },
    CT03: few(15),
    ...Object.fromEntries(optional),
    CT12: { value: 3 + chance.below(9) },
    CT13: few(3),
  };
}

const STATUSES = ['completed', 'completed', 'completed', 'in-progress', 'not-started'];
const DIFFICULTIES = ['Nhiều người cao tuổi không có điện thoại thông minh', 'Sóng yếu ở xóm trong', 'Thiếu máy tính'];

function answerTo(chance) {
  const status = chance.pick(STATUSES);
  const isBegun = status !== 'not-started';
  return {
    status,
    result: isBegun ? `Đã tổ chức ${1 + chance.below(6)} buổi, có ${20 + chance.below(200)} lượt người tham gia` : '',
    quantity: isBegun && chance.happens(60) ? 1 + chance.below(6) : undefined,
    doneOn: status === 'completed' ? `2025-10-${String(1 + chance.below(28)).padStart(2, '0')}` : undefined,
    evidence: status === 'completed' ? `Báo cáo số ${1 + chance.below(90)}/BC` : '',
    difficulty: chance.happens(10) ? chance.pick(DIFFICULTIES) : '',
  };
}

/**
 * A commune of which `files` units report and `silent` do not: `units` in the order of the register, `reports` by the unit's id. Adults and households
 * are persons and households; days are `2025-11-05`.
 */
export function inventCommune(seed, files, silent) {
  const chance = chanceOf(seed * 7919 + files);
  const otherCount = Math.min(MOST_OTHERS, Math.floor(files / 4));
  const units = [...villages(files + silent - otherCount, chance), ...others(otherCount)];
  const quiet = new Set();
  while (quiet.size < silent) quiet.add(chance.pick(units).id);
  const reports = units
    .filter(({ id }) => !quiet.has(id))
    .map((unit) => ({
      unit: unit.id,
      reportedOn: `2025-11-${String(chance.happens(6) ? 11 : 1 + chance.below(9)).padStart(2, '0')}`,
      numbers: numbersOf(unit, chance),
      answer: () => answerTo(chance),
      difficulties: chance.happens(15) ? chance.pick(DIFFICULTIES) : '',
    }));
  return { units, reports };
}
