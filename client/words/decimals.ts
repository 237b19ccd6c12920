import { type Language, language } from './languages.ts';

const signs: Readonly<Record<Language, string>> = { en: '.', de: ',' };

/** A number to be read, with so many digits behind the sign that the language has for it. */
export function decimals(value: number, digits: number): string {
  return value.toFixed(digits).replace('.', signs[language()]);
}
