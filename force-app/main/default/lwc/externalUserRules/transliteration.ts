/**
 * The letters that Unicode doesn't decompose into a letter of the Latin alphabet and its marks, and how a username writes
 * them. A test compares them with a library. The formulas of Create_External_User have the same letters.
 */
const LETTERS: Readonly<Record<string, string>> = {
  // Latin
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ł: 'l',
  ŀ: 'l',
  ŧ: 't',
  ĸ: 'q',
  ə: 'e',
  ɛ: 'e',
  ɔ: 'o',
  ɓ: 'b',
  ɖ: 'd',
  ɗ: 'd',
  ƒ: 'f',
  ǥ: 'g',
  ɣ: 'g',
  ɨ: 'i',
  ɲ: 'n',
  ƙ: 'k',
  ɵ: 'o',
  ʉ: 'u',
  ʋ: 'v',
  ƴ: 'y',
  ƶ: 'z',
  // Cyrillic
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  ғ: 'gh',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  ѕ: 'dz',
  и: 'i',
  й: 'y',
  і: 'i',
  ј: 'j',
  к: 'k',
  қ: 'q',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  ң: 'ng',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ү: 'u',
  ұ: 'u',
  ф: 'f',
  х: 'kh',
  ҳ: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ҷ: 'j',
  џ: 'dzh',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ә: 'a',
  // Greek
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
  // Signs of names
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʻ: "'",
  '´': "'",
  '‐': '-',
  '‑': '-',
  '–': '-'
};

/** The table, for tests. */
export const TRANSLITERATION: ReadonlyMap<string, string> = new Map(Object.entries(LETTERS));

/**
 * Lower case, without marks, in Latin letters where the table knows how: Latin, Cyrillic and Greek. In other scripts a
 * mark is part of the letter, and text stays as it is.
 */
export function transliterate(text: string): string {
  // Most names are. The table has no letter of ASCII.
  if (ASCII.test(text)) return text.toLowerCase();
  // Before the marks go, because the short i (й) is a letter of its own.
  const letters = byTable(text.normalize('NFC').toLowerCase());
  return byTable(
    letters.normalize('NFKD').replace(/(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{M}+/gu, '')
  )
    .normalize('NFC')
    .toLowerCase();
}

const ASCII = /^\p{ASCII}*$/u;

function byTable(text: string): string {
  return text.replace(/\P{ASCII}/gu, (character) => LETTERS[character] ?? character);
}
