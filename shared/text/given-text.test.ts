import { describe, expect, it } from 'vitest';
import { displayNameSchema } from '../api/accounts/user-schemas.ts';
import { fieldIssues } from '../api/field-issues.ts';
import { editSchema, emptyStoryboard, givenDocumentSchema, defaultDocument, onStage, readDocument } from '../universe/index.ts';
import { lineSchema, linesSchema } from './given-text.ts';
import { clipText, mendLine, normaliseLine } from './normalise.ts';

const name = lineSchema({ min: 1, max: 40 });
const words = linesSchema({ max: 40 });
const ruleOf = (text: string, schema: typeof name = name) => {
  const { error } = schema.safeParse(text);
  return error && fieldIssues(error, text)[0]!.rule;
};

describe('a line', () => {
  it.each([
    ['cafe\u0301', 'café'],
    ['  Ada \u3000\u00a0 Lovelace\u2003', 'Ada Lovelace'],
    ['\ufeffA\u200bd\u00ada\u2060', 'Ada'],
    ['\u2068Ada\u2069 \u202aX\u202c', 'Ada X'],
    ['A\u200dd\u200ca\u200d', 'Ada'],
    ['نَ\u200c\u200c\u200cم', 'نَ\u200cم'],
  ])('is normalised: %j', (given, kept) => {
    expect(name.parse(given)).toBe(kept);
    expect(normaliseLine(kept)).toBe(kept);
  });

  it.each([
    '👨‍👩‍👧‍👦',
    '🏴‍☠️ 🏳️‍🌈',
    '👩🏽‍🚀',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '1️⃣ 🇩🇪 ❤️',
    'می\u200cخواهم',
    'ന്\u200d',
    'क्\u200dष क्\u200cष',
    'שָּׁלוֹם',
    'مُحَمَّدٌ',
    'ཨོཾ་མ་ཎི',
    'ញ៉ាំ ស្ត្រី',
    'Nguyễn Thị Ánh',
    'ガ 音楽の宇宙',
    'O\'Brien-Müller \\ %_"',
    '∞ ♪ 𝄞',
    '한국',
    'ⵣ 𓀀 ꦏ',
    'a \u200fא b',
  ])('does not change %j', (text) => expect(name.parse(text)).toBe(text));

  it.each([
    '',
    '   ',
    '\u200b',
    '\u3164',
    '\u115f\u1160',
    '\uffa0',
    '\u2800',
    '\u0301\u0302',
    '\ufe0f',
    '\u{e0100}',
    '\u200d\u200d',
    '\u200e\u200f\u061c',
    '\u2066\u2069',
    '\u00ad',
    '\u034f',
    '\u{1d159}',
    '\ue000',
    '\ufffc',
    '\u{e0041}',
    '\u2003\u3000',
  ])('refuses %j, which has no visible character', (text) => expect(ruleOf(text)).toBe('must hold something that can be seen'));

  it.each(['a\nb', 'a\tb', 'bell\u0007', 'a\u0085b', 'a\u009fb', 'a\u2028b', 'a\u2029b', 'a\u007f'])(
    'refuses %j for its control character',
    (text) => expect(ruleOf(text)).toBe('must hold no line breaks or other control characters'),
  );

  it.each(['\u202eabc', 'a\u202db', 'a\u202ebc\u202c'])('refuses %j, which is reversed', (text) =>
    expect(ruleOf(text)).toBe('must hold no characters that reverse the direction of text'),
  );

  it.each(['Z' + '\u0336'.repeat(5), 'a\u0336\u0337\u0335\u0338\u200d\u0336', 'ก' + '\u0e49'.repeat(9)])(
    'refuses the stacked accents %j',
    (text) => expect(ruleOf(text)).toBe('must have at most 4 accents on a letter'),
  );

  it('counts whole characters', () => {
    expect(name.parse('🎹'.repeat(40))).toBe('🎹'.repeat(40));
    expect(ruleOf('🎹'.repeat(41))).toBe('must have at most 40 characters');
    // Composed before it is counted.
    expect(name.parse('e\u0301'.repeat(40))).toBe('é'.repeat(40));
  });
});

describe('lines', () => {
  it('keep line breaks of any form, and are empty without a visible character', () => {
    expect(words.parse('  one\r\ntwo\rthree\u2028four\tfive\n\n')).toBe('one\ntwo\nthree\nfour\tfive');
    expect(words.parse('\u200b\n \u3164')).toBe('');
    expect(ruleOf('a\u0007', words)).toBe('must hold no control characters');
    expect(ruleOf('a\u202eb', words)).toBe('must hold no characters that reverse the direction of text');
    expect(ruleOf('\u2800', linesSchema({ min: 1, max: 9 }))).toBe('must hold something that can be seen');
  });
});

it('cuts no character in half', () => {
  expect(clipText('👨‍👩‍👧👨‍👩‍👧', 7)).toBe('👨‍👩‍👧');
  expect(clipText('ab e\u0301', 4)).toBe('ab');
  expect(clipText('whole', 5)).toBe('whole');
});

it('repairs text that was stored before there were rules', () => {
  expect(mendLine('a\nb\u202e', 40, 'x')).toBe('a b');
  expect(mendLine('\u200b', 40, 'x')).toBe('x');
  for (const text of ['Z' + '\u0336'.repeat(90), '\u0000\u202eabc', 'a'.repeat(99)])
    expect(ruleOf(mendLine(text, 40, 'x'))).toBeUndefined();
});

it('applies to names, and to titles in edits and files, while stored documents stay readable', () => {
  expect(displayNameSchema.safeParse('\u3164').success).toBe(false);
  const content = { ...emptyStoryboard, title: '\u202eodd' };
  expect(editSchema.safeParse({ kind: 'storyboard.load', content, keptAs: null }).success).toBe(false);
  expect(editSchema.parse({ kind: 'storyboard.set', values: { title: ' cafe\u0301 ' } })).toMatchObject({ values: { title: 'café' } });
  const document = { ...defaultDocument(), storyboard: onStage(content, null) };
  expect(givenDocumentSchema.safeParse(document).success).toBe(false);
  expect(readDocument(document)).toEqual(document);
});
