import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuseFields } from '../../../shared/refusals/refuse.ts';

/** So many guesses are made in no time by whoever has the hash, and in weeks by whoever has to ask the server. */
const minGuesses = 1e6;
/** What stands at the beginning decides: long texts take long to look through. */
const maxChecked = 40;
const minContext = 3;

const product = ['harmonic universe', 'harmonic', 'universe'];

let made: ZxcvbnFactory | null = null;
/** The list of common passwords takes a moment to read, and some megabytes: not before the first is asked about. */
const estimator = () => (made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }));

/** What a password must not be made of, beside what is common. */
export interface PasswordContext {
  email?: string | null | undefined;
  displayName?: string | undefined;
}

/**
 * Refuses a password that is easy to guess: on the list of common ones, made of the user's address or name or the product's, a walk over the
 * keyboard or a repetition, also where letters are replaced or a few digits stand beside. What characters it is made of does not matter.
 * @param path of the field @throws AppError `invalid-input`
 */
export function refuseCommon(password: string, path: string, context: PasswordContext): void {
  if (!isCommon(password, context)) return;
  throw refuseFields([fieldIssue(path, '(hidden)', 'easy-to-guess')]);
}

function isCommon(password: string, context: PasswordContext): boolean {
  const checked = password.normalize('NFKC').toLowerCase().slice(0, maxChecked);
  const own = ownWords(context);
  return own.includes(squeezed(checked)) || own.includes(plain(checked)) || estimator().check(checked, own).guesses < minGuesses;
}

/** Each word and all of them together, as somebody would take them for a password. */
function ownWords({ email, displayName }: PasswordContext): string[] {
  const [local = '', domain = ''] = (email ?? '').toLowerCase().split('@');
  const phrases = [email?.toLowerCase() ?? '', local, domain, displayName?.toLowerCase() ?? '', ...product];
  const words = phrases.flatMap((phrase) => [phrase, squeezed(phrase), ...phrase.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(words)].filter((word) => word.length >= minContext);
}

const letters: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
};

/** Letters and digits alone. */
const squeezed = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
/** Without what stands before or behind it, and with letters in the place of what looks like them. */
const plain = (text: string) =>
  squeezed(text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replaceAll(/[@4310!5$7]/g, (sign) => letters[sign]!));
