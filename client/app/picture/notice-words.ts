import type { Notice } from '../../gpu/index.ts';
import { language } from '../../words/languages.ts';
import { say } from '../../words/words.ts';

/** What is said of a picture, as a person reads it. */
export function noticeWords({ sentence, values = {} }: Notice): string {
  const shown = Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? value.toLocaleString(language()) : value]);
  return say(sentence, Object.fromEntries(shown) as Record<string, string>);
}
