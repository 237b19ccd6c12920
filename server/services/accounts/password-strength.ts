import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuseFields } from '../../../shared/refusals/refuse.ts';

/** An attacker with the hash makes as many guesses in an instant, and an attacker who asks the server in weeks. */
const minGuesses = 1e6;
/** Only the beginning is checked, since long texts take long to check. */
const maxChecked = 40;
const minContext = 3;

const product = ['harmonic universe', 'harmonic', 'universe'];

let made: ZxcvbnFactory | null = null;
/** The list of common passwords takes time to read and some megabytes: it is loaded at the first check. */
const estimator = () => (made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }));

/** Words that a password must not consist of, besides common ones. */
export interface PasswordContext {
  email?: string | null | undefined;
  displayName?: string | undefined;
}

/**
 * Rejects a password that is easy to guess: on the list of common ones, made of the user's address or name or the product's, a keyboard
 * sequence or a repetition, also with replaced letters or added digits. Any characters are allowed.
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

/** Returns each word and all of them joined, as a user might choose them for a password. */
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

/** Keeps letters and digits only. */
const squeezed = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
/** Removes signs and digits before and behind, and replaces lookalikes by their letters. */
const plain = (text: string) =>
  squeezed(text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replaceAll(/[@4310!5$7]/g, (sign) => letters[sign]!));
