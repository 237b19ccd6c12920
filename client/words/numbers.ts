import { type Language, language } from './languages.ts';

/** The separators of numbers in a language, from Intl. */
interface Signs {
  decimal: string;
  group: string;
}

const known = new Map<Language, Signs>();

function signsOf(spoken: Language): Signs {
  const before = known.get(spoken);
  if (before) return before;
  const parts = new Intl.NumberFormat(spoken).formatToParts(12_345.6);
  const sign = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)!.value;
  const found = { decimal: sign('decimal'), group: sign('group') };
  known.set(spoken, found);
  return found;
}

/** Writes a decimal of JavaScript, such as `-1234.5`, in the current language. */
export function writeDecimal(text: string, hasGroups: boolean): string {
  const { decimal, group } = signsOf(language());
  const [whole = '', part] = text.split('.');
  const grouped = hasGroups ? whole.replace(/\d(?=(?:\d{3})+$)/g, `$&${group}`) : whole;
  return part === undefined ? grouped : grouped + decimal + part;
}

const sign = (text: string) => `\\${text}`;

/**
 * Reads a number in the current language: its decimal separator, and its separator or spaces between thousands. A separator of another
 * language is read if it is unambiguous, such as `3,5` in English. Returns null for other text: `0x10`, `1e3`, `1,2,3`.
 */
export function readNumber(text: string): number | null {
  const { decimal, group } = signsOf(language());
  // Normalises wide digits and all kinds of spaces.
  const plain = text.normalize('NFKC').trim().replace(/^[−–]/, '-');
  const written = new RegExp(
    `^([+-]?)(?:(\\d+)|([1-9]\\d{0,2}(?:${sign(group)}\\d{3})+|[1-9]\\d{0,2}(?: \\d{3})+|[1-9]\\d{0,2}(?:'\\d{3})+|[1-9]\\d{0,2}(?:’\\d{3})+))?(?:${sign(decimal)}(\\d*))?$`,
  ).exec(plain);
  const foreign = new RegExp(`^([+-]?)(\\d*)()${sign(group)}(\\d+)$`).exec(plain);
  const [, minus, whole = '', grouped = '', part = ''] = written ?? foreign ?? [];
  const digits = whole + grouped.replace(/\D/g, '');
  if (digits === '' && part === '') return null;
  return Number(`${minus}${digits || '0'}.${part || '0'}`);
}
