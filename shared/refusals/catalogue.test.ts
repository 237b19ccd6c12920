import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { errorCodes } from '../api/errors.ts';
import { refusals, userRefusals } from './catalogue.ts';
import { programRules, rules } from './rules.ts';

const root = join(import.meta.dirname, '../..');

/** The code of server and shared that is no test, without the catalogue. */
const sources = ['server', 'shared']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('server/testing/'))
  .filter((path) => !path.startsWith('shared/refusals/') || /(refuse|zod-rule)\.ts$/.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'));
const isUsed = (reason: string) => sources.some((source) => source.includes(`'${reason}'`));
const texts = [...Object.values(refusals).map(({ text }) => text), ...Object.values(rules), ...Object.values(programRules)];

it('has refusals and rules that are all used', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(Object.keys(refusals).filter((reason) => !isUsed(reason))).toEqual([]);
  expect(Object.keys({ ...rules, ...programRules }).filter((reason) => !isUsed(reason))).toEqual([]);
});

it('has each reason and each rule once, as kebab-case, and none that is a code', () => {
  const names = [...Object.keys(refusals), ...Object.keys(rules), ...Object.keys(programRules)];
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  expect(names).toEqual([...new Set(names)]);
  expect(names.filter((name) => Object.hasOwn(errorCodes, name))).toEqual([]);
});

it('has sentences, and rules that follow a name', () => {
  const sentences = Object.values(refusals).map(({ text }: { text: string }) => text);
  expect(sentences.filter((text) => !/^[A-Z{].*([.?]|\{again\})$/.test(text) && text !== '{found}')).toEqual([]);
  expect([...Object.values(rules), ...Object.values(programRules)].filter((text) => !/^[a-z].*[^.]$/.test(text))).toEqual([]);
  expect(texts.filter((text) => /somebody|nobody|oneself|\s{2}/i.test(text) && !text.startsWith('Nobody waits'))).toEqual([]);
});

it('refuses users in words that are not for programs', () => {
  const forPrograms = /\bAPI\b|\bJSON\b|cookie|header|charset|\b(GET|POST|PUT|PATCH|DELETE) \//i;
  const forUsers = [...Object.values(userRefusals).map(({ text }) => text), ...Object.values(rules)];
  expect(forUsers.filter((text) => forPrograms.test(text))).toEqual([]);
});
