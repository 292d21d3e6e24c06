/** How a syllable may begin, longest first; `gi` and `qu` stand before any rime of their own list. */
const ONSET = /^(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])/u;

/** Every rime (vần) of the language without its tone, by the letter with which it begins. */
const RIMES = new Set(
  [
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu',
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu',
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot',
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
    'u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu',
    'ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu',
    'y yêm yên yêng yêt yêu',
  ]
    .join(' ')
    .split(' '),
);
/** What follows `qu`: the rimes that begin with u, without it. */
const RIMES_AFTER_QU = new Set(
  'a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên ênh êt i ich inh it ôc ơ ơi y ych yên yêt ynh yt'.split(
    ' ',
  ),
);

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
/** sắc and nặng, the only tones of a rime that ends in a stop. */
const STOP_TONE = /[\u0301\u0323]/u;
const STOP = /[cpt]$|ch$/u;
const MARKED_VOWEL = /[ăâêôơ]/u;

/** A word without its tone; which vowel bears it, and how many do. */
interface Toneless {
  readonly letters: string;
  readonly tone: string;
  readonly tonedVowel: string;
  readonly tones: number;
}

function toneless(word: string): Toneless {
  let letters = '';
  let tone = '';
  let tonedVowel = '';
  let tones = 0;
  for (const letter of word) {
    const decomposed = letter.normalize('NFD');
    const found = TONE.exec(decomposed)?.[0];
    const base = found === undefined ? letter : decomposed.replace(found, '').normalize('NFC');
    letters += base;
    if (found === undefined) continue;
    tone = found;
    tonedVowel = base;
    tones++;
  }
  return { letters, tone, tonedVowel, tones };
}

/** `k`, `gh`, `ngh` stand before e, ê, i, y; `c`, `g`, `ng` before all others. */
function isSpelled(onset: string, rime: string): boolean {
  const isFront = /^[eêiy]/u.test(rime);
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return isFront;
  if (onset === 'c' || onset === 'ng') return !isFront;
  return onset !== 'g' || !isFront || rime.startsWith('i');
}

/** The tone stands on the vowel that has a mark already (`tiếng`, `được`), else on any (`hòa` and `hoà`). */
function isToneInPlace(vowel: string, rime: string): boolean {
  if (MARKED_VOWEL.test(rime)) return MARKED_VOWEL.test(vowel);
  return !rime.includes('ư') || vowel === 'ư';
}

function isRimeOf(onset: string, rime: string): boolean {
  if (onset === 'qu') return RIMES_AFTER_QU.has(rime);
  // In `gì`, `gìn`, `giếng` the i belongs to the rime.
  if (onset === 'gi' && (rime === '' || RIMES.has(`i${rime}`))) return true;
  return RIMES.has(rime) && isSpelled(onset, rime);
}

/** Whether the word, in any case, NFC, is spelled as a syllable of Vietnamese; many such syllables mean nothing. */
export function isSyllable(word: string): boolean {
  if (word.length > 7) return false;
  const { letters, tone, tonedVowel, tones } = toneless(word.toLowerCase());
  const onset = ONSET.exec(letters)?.[0] ?? '';
  const rime = letters.slice(onset.length);
  if (!isRimeOf(onset, rime)) return false;
  if (tones === 0) return true;
  if (tones > 1 || (STOP.test(rime) && !STOP_TONE.test(tone))) return false;
  return isToneInPlace(tonedVowel, rime) && !(onset === 'qu' && tonedVowel === 'u');
}
