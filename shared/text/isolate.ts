/**
 * A text whose direction is its own, for where there is only plain text: attributes, titles of pages, sentences, letters. In markup
 * `<bdi>` does the same.
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export const isolate = (text: string): string => (needsIsolation(text) ? `\u2068${text}\u2069` : text);

/** Letters that run from right to left, and what steers the direction. What has none leaves the text around it as it is. */
const needsIsolation = (text: string) =>
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text);
