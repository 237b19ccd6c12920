import { expect, it } from 'vitest';
import type { AppError } from '../../../shared/api/errors.ts';
import { refuseCommon } from './password-strength.ts';

const ada = { email: 'ada.lovelace@example.org', displayName: 'Countess of L.' };
const isRefused = (password: string, context: Parameters<typeof refuseCommon>[2] = ada): boolean => {
  try {
    refuseCommon(password, 'next', context);
    return false;
  } catch {
    return true;
  }
};

const easy: Readonly<Record<string, string[]>> = {
  'a common password': ['password', '12345678', 'iloveyou', 'sunshine', 'football', 'passwort', 'letmein123', 'princess1'],
  'a common password in disguise': [
    'P@ssw0rd',
    'Password1!',
    'PASSWORD2026',
    'passw0rd99',
    '123password',
    'drowssap',
    'passwordpassword',
    'Passwort123',
  ],
  'the address of the user': [
    'ada.lovelace@example.org',
    'ADA.LOVELACE@EXAMPLE.ORG',
    'ada.lovelace',
    'AdaLovelace1',
    'lovelace99',
    'ada-lovelace!',
    'example.org',
  ],
  'the name of the user': ['Countess of L.', 'countessofl', 'Countess1', 'c0untess', 'countess-of-l'],
  'the name of the product': ['harmonic universe', 'Harmonic-Universe', 'HarmonicUniverse1', 'h4rmonic!', 'universe123', 'Un1verse'],
  'a keyboard pattern': ['qwertyuiop', 'asdfghjkl', 'qwertzuiop', 'azertyuiop', '1qaz2wsx', 'qazwsxedc', '1q2w3e4r5t', 'zxcvbnm,'],
  'a repetition or a sequence': [
    'aaaaaaaa',
    'abcabcabc',
    '12121212',
    '11111111111111111111',
    'abcdefgh',
    '87654321',
    'ab'.repeat(100),
    '20262026',
    '19900101',
  ],
};

it.each(Object.entries(easy))('rejects passwords of the kind: %s', (_what, passwords) => {
  expect(passwords.filter((password) => !isRefused(password))).toEqual([]);
});

it('accepts all others, with any characters and of any length', () => {
  const fine = [
    'correct horse',
    'battery staple',
    'mountain-river',
    'kx9#mpq2',
    'vvzrqplm',
    '73019462851',
    'eine rote Lokomotive',
    'わたしのひみつのことば',
    'a sentence of many words, which somebody pastes from where they keep it, and which is longer than sixty-four characters',
  ];
  expect(fine.filter((password) => isRefused(password))).toEqual([]);
});

it('names the field and the rule, and hides the value', () => {
  try {
    refuseCommon('P@ssw0rd', 'next', ada);
    expect.unreachable();
  } catch (error) {
    const { code, message, issues } = error as AppError;
    const rule = 'is easy to guess: choose one that is not common and not made of your name or address';
    expect([code, message, issues]).toEqual([
      'invalid-input',
      `next: ${rule}`,
      [{ path: 'next', rule, reason: 'easy-to-guess', params: {}, value: '(hidden)' }],
    ]);
  }
});

it('checks the longest passwords quickly, whatever their characters', () => {
  isRefused('to read the list');
  const [signs, words] = ['4@68({[<3ea1!il|7+0os5$%2z'.repeat(8).slice(0, 200), 'password1990'.repeat(17).slice(0, 200)];
  const begun = performance.now();
  for (const password of [signs, words]) isRefused(password);
  expect(performance.now() - begun).toBeLessThan(2000);
});
