/** Raised whenever the same text folds or breaks differently: stored texts are indexed again then. */
export const searchVersion = 1;

/** Letters that no normalisation decomposes, and characters that users type for one another. */
const likeness: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  // Forms of one letter in Arabic and Persian keyboards.
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
  ة: 'ه',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
};
const alike = new RegExp(`[${Object.keys(likeness).join('')}]`, 'gu');

/** Accents, vowel points and other marks that users leave out when they type; not those that are letters of their script. */
const leftOut = new RegExp(
  [
    // Accents of the scripts that share them.
    '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]',
    // Hebrew points.
    '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7]',
    // Arabic vowel signs, and the stroke that lengthens a word.
    '[\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed\\u08d3-\\u08ff\\u0640]',
    '\\p{Default_Ignorable_Code_Point}|\\p{Cf}|\\p{Cc}',
  ].join('|'),
  'gu',
);

/** Returns the compatible form of a character; an accent alone does not become a space. */
function compatible(character: string): string {
  const plain = character.normalize('NFKD');
  return plain.startsWith(' ') && plain.length > 1 ? character : plain;
}

/**
 * Returns a text in the form in which a search compares it: without case, accents, vowel points, width and composition, with one space
 * between words. Two texts match exactly when their folds agree.
 */
export function foldForSearch(text: string): string {
  return Array.from(text.toWellFormed().replace(/\s+/gu, ' '), compatible)
    .join('')
    .normalize('NFD')
    .replace(leftOut, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFD')
    .replace(leftOut, '')
    .normalize('NFC')
    .replace(alike, (letter) => likeness[letter]!)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Words of scripts with spaces and two cases are found by their beginnings; all other text from any character on. */
const wordOrRun =
  /(?<word>[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Nd}][\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Nd}\p{M}]*)|(?<sign>\S\p{M}*)|(?<space>\s+)/gu;

interface Piece {
  readonly text: string;
  readonly kind: 'word' | 'sign' | 'space';
}

function piecesOf(text: string): Piece[] {
  return Array.from(foldForSearch(text).matchAll(wordOrRun), ({ groups = {} }) => ({
    text: groups.word ?? groups.sign ?? ' ',
    kind: groups.word !== undefined ? 'word' : groups.sign !== undefined ? 'sign' : 'space',
  }));
}

/** A part of a text that can be searched, with its position. */
export interface Lexeme {
  readonly text: string;
  readonly position: number;
}

/** Returns the lexemes of a text for an index. A character is stored with the next one, so that two in a row are found at once. */
export function lexemesOf(text: string, from = 1): Lexeme[] {
  const pieces = piecesOf(text);
  return pieces.flatMap((piece, index) => {
    if (piece.kind === 'space') return [];
    const next = pieces[index + 1];
    return [{ text: piece.kind === 'sign' && next?.kind === 'sign' ? piece.text + next.text : piece.text, position: from + index }];
  });
}

/** Lexemes that follow one another in a match; `isBeginning` for those that may continue. */
export type Phrase = readonly { readonly text: string; readonly isBeginning: boolean }[];

/** Returns the phrases of a search text: the lexemes of each of its words. A text that folds to nothing finds nothing. */
export function phrasesOf(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  let pieces: Piece[] = [];
  for (const piece of [...piecesOf(text), { text: ' ', kind: 'space' as const }]) {
    if (piece.kind !== 'space') pieces.push(piece);
    else if (pieces.length > 0) {
      phrases.push(phraseOf(pieces));
      pieces = [];
    }
  }
  return phrases;
}

function phraseOf(pieces: readonly Piece[]): Phrase {
  return pieces.flatMap(({ text, kind }, index) => {
    const next = pieces[index + 1];
    const isLast = next === undefined;
    if (kind === 'word') return [{ text, isBeginning: isLast }];
    if (next?.kind === 'sign') return [{ text: text + next.text, isBeginning: false }];
    // The lexeme of the previous character includes this one already.
    if (isLast && pieces[index - 1]?.kind === 'sign') return [];
    return [{ text, isBeginning: true }];
  });
}
