import type { Field } from '../../shared/parameters/index.ts';
import { language, locale } from '../words/languages.ts';
import { writeDecimal } from '../words/numbers.ts';
import { sayOfRegistry } from '../words/of-registry.ts';
import { say } from '../words/words.ts';

/** Formats a number in the current language, with as many digits as its size needs. `readNumber` reads it. */
export function formatNumber(value: number): string {
  const text = digitsOf(value);
  return writeDecimal(text, Math.abs(Number(text)) >= 10_000);
}

/** Formats a number for a text box, without separators between thousands. */
export const numberText = (value: number): string => writeDecimal(digitsOf(value), false);

function digitsOf(value: number): string {
  const size = Math.abs(value);
  const text = size >= 100 ? value.toFixed(0) : trimZeros(value.toFixed(size >= 10 ? 1 : size < 0.1 ? 3 : 2));
  return text === '-0' ? '0' : text;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Formats a value of a field with its unit, in the current language. */
export function describeValue(field: Field, value: number | string | boolean): string {
  if (field.kind === 'switch') return say(value ? 'on' : 'off');
  if (typeof value !== 'number') return sayOfRegistry(labelOfChoice(String(value)));
  const unit = 'unit' in field ? field.unit : '';
  return unit ? `${formatNumber(value)} ${sayOfRegistry(unit)}` : formatNumber(value);
}

/** Turns `natural-minor` into `Natural minor`, in English as in the registry. Names with capitals or signs stay as they are. */
export function labelOfChoice(choice: string): string {
  if (/[A-Z0-9–♯]/.test(choice)) return choice;
  const words = choice.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns a label as it is written inside a sentence: in lower case in English. */
export const inSentence = (label: string): string => (language() === 'en' ? label.toLowerCase() : label);

const ages: readonly [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [31_536_000, 'year'],
  [2_592_000, 'month'],
  [604_800, 'week'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];

/** Formats how long ago a time was. */
export function describeAge(seconds: number): string {
  const [size, unit] = ages.find(([least]) => seconds >= least) ?? [0, 'second'];
  if (size === 0) return say('just now');
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(-Math.floor(seconds / size), unit);
}

/** Formats a time with day and hour, as the browser writes them in the current language. */
export function describeMoment(moment: Date): string {
  return moment.toLocaleString(locale());
}

/** Formats the time of day in hours and minutes. */
export const describeTime = (moment: Date): string => moment.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });

/** Returns dark or light ink, whichever has more contrast on a colour `#rrggbb`. @see WCAG 2.2, relative luminance */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}
