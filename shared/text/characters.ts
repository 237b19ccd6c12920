/** Characters that are removed from every text: they are invisible, and do not affect the characters beside them. */
// Soft hyphen, zero-width spaces, invisible operators, deprecated format characters, annotations, embeddings and isolates of direction.
const dropped = /[\u00ad\u180e\u200b\u202a-\u202c\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Joiners belong after a letter of a script that joins, a mark, or a part of an emoji; elsewhere they only hide. */
const lostJoiner =
  /(?<![\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{e007f}]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{L})[\u200c\u200d]+/gu;
const severalJoiners = /([\u200c\u200d])[\u200c\u200d]+/gu;

/** Characters that are invisible by themselves, besides those that Unicode lists: blanks that count as letters or symbols. */
const blank =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]/gu;

/** True when a text has a visible character. */
export const isVisible = (text: string): boolean => text.replace(blank, '') !== '';

/** Line breaks and all other control characters. */
export const hasControls = (text: string): boolean => /[\p{Cc}\u2028\u2029]/u.test(text);

/** True when a text reverses the direction of the letters after it. */
export const hasOverride = (text: string): boolean => /[\u202d\u202e]/u.test(text);

/** Most combining marks in a row: those that fit every letter, and any. No orthography needs more; stacks of them cover other lines. */
export const markLimits = { common: 4, any: 8 } as const;

const towers = new RegExp(
  `(?:(?=\\p{Script=Inherited})\\p{M}[\\u200c\\u200d]?){${markLimits.common + 1},}|(?:\\p{M}[\\u200c\\u200d]?){${markLimits.any + 1},}`,
  'gu',
);

export const hasTower = (text: string): boolean => text.search(towers) >= 0;

/** Returns a text with only the lowest marks of each stack. */
export const withoutTowers = (text: string): string =>
  text.normalize('NFC').replace(towers, (tower) => Array.from(tower).slice(0, markLimits.common).join(''));

/** Returns a text in its one form: composed, without invisible characters. */
export function composed(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(dropped, '').replace(severalJoiners, '$1').replace(lostJoiner, '').normalize('NFC');
}

/** Counts the characters of a text as databases do: an emoji may be several, but never half of one. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** The bytes of a text in UTF-8, each as one character: for writers of bytes, and to count them. */
export const utf8Of = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/%([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
