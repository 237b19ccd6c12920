import { composed, isVisible, lengthOf, withoutTowers } from './characters.ts';

/** Returns a line in its one form: composed (NFC), one space between words and none around them, without invisible characters. */
export function normaliseLine(text: string): string {
  return composed(text)
    .replace(/[^\S\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

/** Returns lines in their one form: composed (NFC), ended by \n, without empty space around all of them. */
export function normaliseLines(text: string): string {
  const lines = composed(text)
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .trim();
  return isVisible(lines) ? lines : '';
}

/** Returns the part of an old line that the current rules allow, or `fallback` if none of it is visible. */
export function mendLine(text: string, max: number, fallback: string): string {
  const line = clipText(normaliseLine(withoutTowers(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202d\u202e]/g, ''))), max);
  return isVisible(line) ? line : fallback;
}

/** Cuts a text to a length, without half an emoji or a letter without its accents at the end. */
export function clipText(text: string, max: number): string {
  if (lengthOf(text) <= max) return text;
  let clipped = '';
  for (const glyph of glyphsOf(text)) {
    if (lengthOf(clipped) + lengthOf(glyph) > max) break;
    clipped += glyph;
  }
  return clipped.trimEnd() || Array.from(text).slice(0, max).join('');
}

/** Splits a text into the characters that a reader sees, as far as this engine can tell. */
export function glyphsOf(text: string): string[] {
  // Older browsers have no segmenter.
  if (!('Segmenter' in Intl)) return Array.from(text);
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}
