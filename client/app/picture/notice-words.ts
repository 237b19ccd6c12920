import type { Notice } from '../../gpu/index.ts';
import { language } from '../../words/languages.ts';
import { say } from '../../words/words.ts';

/** Returns a notice about the picture as text for the user. */
export function noticeWords({ sentence, values = {} }: Notice): string {
  const shown = Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? value.toLocaleString(language()) : value]);
  return say(sentence, Object.fromEntries(shown) as Record<string, string>);
}
