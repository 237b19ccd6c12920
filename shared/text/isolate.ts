/**
 * Isolates the direction of a text where there is only plain text: attributes, titles of pages, sentences, mails. In markup `<bdi>` does
 * the same.
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export const isolate = (text: string): string => (needsIsolation(text) ? `\u2068${text}\u2069` : text);

/** True for a text with right-to-left letters or direction controls. Other texts do not affect the text around them. */
const needsIsolation = (text: string) =>
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text);
