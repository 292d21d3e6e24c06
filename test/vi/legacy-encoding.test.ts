import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWestern, decodeWindows1258 } from '../../src/vi/legacy-encoding/bytes.ts';
import { encodingOfFont, toUnicode } from '../../src/vi/legacy-encoding/convert.ts';
import {
  isClearly,
  isUnicodeText,
  isVietnamese,
  mayBeLegacy,
  tellingWords,
  weigh,
} from '../../src/vi/legacy-encoding/evidence.ts';
import { isSyllable } from '../../src/vi/legacy-encoding/syllable.ts';
import { fromLegacy, tableOf } from '../../src/vi/legacy-encoding/tables.ts';
import { asLatin1, asTcvn3, asVni, asWindows1258, TCVN3, VNI } from '../support/legacy-encoders.ts';
import { DIRECTIVE_TEXT, SENTENCES, WORDS } from '../support/sentences.ts';

describe('the tables', () => {
  test('TCVN3 is 74 letters, each the one that people know', () => {
    expect(TCVN3.size).toBe(74);
    expect(new Map([...tableOf('tcvn3')].map(([typed, letter]) => [letter, typed]))).toEqual(TCVN3);
  });

  test('VNI has every letter', () => {
    for (const [letter, typed] of VNI) expect([typed, fromLegacy(typed, 'vni')]).toEqual([typed, letter]);
    expect(VNI.size).toBe(134);
  });

  test.each([
    ['tcvn3', 'Ch÷ ký sè; tû lÖ; kü n¨ng; th«n Mü L¹i; §éc lËp', 'Chữ ký số; tỷ lệ; kỹ năng; thôn Mỹ Lại; Độc lập'],
    ['tcvn3', 'd©n sè tr\u00adëng thµnh', 'dân số trưởng thành'],
    ['vni', 'Chöõ kyù soá; tyû leä; kyõ naêng; thoân Myõ Laïi', 'Chữ ký số; tỷ lệ; kỹ năng; thôn Mỹ Lại'],
    ['vni', 'Ñoäc laäp; TOÅNG SOÁ; cheát vì Chi phí', 'Độc lập; TỔNG SỐ; chết vì Chi phí'],
    ['vni', 'chaúng haïn, daáu ngaü, tî naïnh, lî', 'chẳng hạn, dấu ngẵ, tỵ nạnh, lỵ'],
    ['vni', 'tyï naïnh, AÙp duïng, Aùp duïng', 'tỵ nạnh, Áp dụng, Áp dụng'],
    ['vni', 'ñöôïc hoøa, hoaø', 'được hòa, hoà'],
  ] as const)('%s %j', (encoding, typed, text) => expect(fromLegacy(typed, encoding)).toBe(text));

  test.each(SENTENCES)('there and back: %s', (sentence) => {
    expect(fromLegacy(asVni(sentence), 'vni')).toBe(sentence);
    // Toned capitals do not exist in TCVN3.
    expect(fromLegacy(asTcvn3(sentence), 'tcvn3').toLowerCase()).toBe(sentence.toLowerCase());
  });

  test('there and back: the directives', () => {
    expect(fromLegacy(asVni(DIRECTIVE_TEXT), 'vni')).toBe(DIRECTIVE_TEXT);
    expect(fromLegacy(asTcvn3(DIRECTIVE_TEXT), 'tcvn3').toLowerCase()).toBe(DIRECTIVE_TEXT.toLowerCase());
  });

  test.each(['10 m²', '37 °C', '± 5', 'A – B “c”', '50%', 'ABC 123'])('%j has no letter of either', (text) => {
    expect(fromLegacy(text, 'tcvn3')).toBe(text);
    expect(fromLegacy(text, 'vni')).toBe(text);
  });
});

describe('capitals of TCVN3', () => {
  test.each([
    ['b¸o c¸o kÕt qu¶', '.VnTimeH', 'BÁO CÁO KẾT QUẢ'],
    ['B¸o c¸o', '.VnTime', 'Báo cáo'],
    ['TæNG Sè', undefined, 'TỔNG SỐ'],
    ['ñy ban X· TÞNH KH£', undefined, 'ủy ban Xã TỊNH KHÊ'],
    ['X· TÞNH KH£', undefined, 'XÃ TỊNH KHÊ'],
    ['H§ND, Q§-UBND', undefined, 'HĐND, QĐ-UBND'],
    ['Tæ 1', undefined, 'Tổ 1'],
  ])('%j in %s is %j', (typed, font, text) => expect(toUnicode(typed, 'tcvn3', font)).toBe(text));
});

test.each([
  ['.VnTime', 'tcvn3'],
  ['.vnarialH', 'tcvn3'],
  ['VNI-Times', 'vni'],
  ['Times New Roman', undefined],
  ['Vni', 'vni'],
])('the font %s is made for %s', (font, encoding) => expect(encodingOfFont(font)).toBe(encoding));

describe('syllables', () => {
  test('every marked word of the sentences and the directives is one, but for abbreviations', () => {
    const marked = WORDS.filter((word) => /[^a-z]/iu.test(word) && !/^\p{Lu}{2,}$/u.test(word));
    expect(marked.length).toBeGreaterThan(500);
    expect(marked.filter((word) => !isSyllable(word))).toEqual([]);
  });

  test.each('quý quốc quyết quẩy gì giếng giặt nghiêng khuỷu huých xoong ở ý Y yếu TỔNG hoà hòa thuỷ'.split(' '))(
    '%s is one',
    (word) => expect(isSyllable(word)).toBe(true),
  );

  test.each('càc nghành cê kan ngê qùa vịêc thúân señor été für où taûi sè­ Drăng zô hoànn'.split(' '))(
    '%s is none',
    (word) => expect(isSyllable(word)).toBe(false),
  );
});

/** What is written in them is Unicode, and must never be taken for anything else. */
const FOREIGN: Readonly<Record<string, string>> = {
  Spanish:
    'El niño pequeño comió una manzana en el jardín. La señora también compró café y azúcar según el año pasado; después pidió información sobre la región, el corazón, la canción y la educación. ¿Qué pasó aquí? Él está más allá, quizá mañana.',
  French:
    'L’élève a été très fatigué après la journée à l’école où il étudiait la géographie; ça va être difficile, mais il espère réussir grâce à ses efforts. Le café était déjà fermé. Où êtes-vous allés cet été, à l’hôtel près de la forêt?',
  German:
    'Die Bürger müssen für größere Städte höhere Gebühren bezahlen; später können sie über die Straße gehen. Schöne Grüße aus München, Köln und Düsseldorf. Das Mädchen hört Müller, süß, fünf, grün, Öl, Übung.',
  Portuguese:
    'A população não está satisfeita com a educação e a saúde; você já viu as estações? Amanhã haverá reunião com o irmão, a irmã, o avô e a avó. São João.',
  English: 'The naïve café owner’s résumé – déjà vu, façade, Zoë, piñata, jalapeño, crème brûlée, über.',
};

describe('evidence', () => {
  test('sentences in an old encoding are beyond doubt of it, and of it only', () => {
    const tcvn3 = weigh(SENTENCES.slice(0, 3).map(asTcvn3).flatMap(tellingWords));
    const vni = weigh(SENTENCES.slice(0, 3).map(asVni).flatMap(tellingWords));
    expect([isClearly('tcvn3', tcvn3), isClearly('vni', tcvn3), isVietnamese(tcvn3)]).toEqual([true, false, false]);
    expect([isClearly('tcvn3', vni), isClearly('vni', vni), isVietnamese(vni)]).toEqual([false, true, false]);
  });

  test.each(Object.entries(FOREIGN))('%s is neither', (_language, text) => {
    const evidence = weigh(tellingWords(text));
    expect(isClearly('tcvn3', evidence) || isClearly('vni', evidence) || isVietnamese(evidence)).toBe(false);
  });

  test('Vietnamese in Unicode is never anything else, however little of it there is', () =>
    fc.assert(
      fc.property(fc.subarray([...WORDS], { maxLength: 60 }), (words) => {
        const evidence = weigh(tellingWords(words.join(' ')));
        expect(isClearly('tcvn3', evidence) || isClearly('vni', evidence)).toBe(false);
      }),
    ));

  test('nor when all its marks could be those of an old encoding', () => {
    const plain = WORDS.filter((word) => mayBeLegacy(word));
    expect(plain.length).toBeGreaterThan(50);
    const evidence = weigh(plain);
    expect(isClearly('tcvn3', evidence) || isClearly('vni', evidence)).toBe(false);
    expect(isVietnamese(evidence)).toBe(true);
  });

  test('a word counts once, an abbreviation not at all', () => {
    expect(weigh(tellingWords('th«n th«n, th«n H§ND Q§')).words).toBe(1);
  });

  test.each([
    ['Thôn', false],
    ['Mỹ', true],
    ['đ', true],
    ['“thôn” – Œ™€', false],
    ['Новости', true],
    ['e\u0301', true],
  ])('%j is Unicode without doubt: %s', (text, expected) => expect(isUnicodeText(text)).toBe(expected));
});

describe('bytes', () => {
  test.each(SENTENCES)('windows-1258: %s', (sentence) => {
    const plain = sentence.replaceAll('–', '-');
    expect(decodeWindows1258(asWindows1258(plain))).toBe(plain);
  });

  test('a byte without meaning is no windows-1258', () =>
    expect(decodeWindows1258(Uint8Array.of(0x41, 0x8d))).toBeUndefined());

  test('what a Western program shows is what the tables take', () =>
    expect(fromLegacy(decodeWestern(asLatin1(asTcvn3('Độc lập'))), 'tcvn3')).toBe('Độc lập'));
});
