import { expect, it } from 'vitest';
import { z } from 'zod';
import { isUnmet, listRefusals, unmet } from '../../tests/support/met-refusals.ts';
import { zodRules } from '../../tests/support/refusals.ts';

const refusals = listRefusals();

it('finds refusals in sentences, rules and templates', () => {
  const texts = new Set(refusals.map(({ text }) => text));
  expect(refusals.length).toBeGreaterThan(150);
  expect(texts).toContain('There is no such universe.');
  expect(texts).toContain('is needed');
  expect(texts).toContain('must have {0} to {1} characters');
  expect(texts).toContain('The owner keeps the music to themselves for now.');
  expect(texts).toContain('Too many people are watching. Trying again.');
});

it('refuses users in words that are not meant for programs', () => {
  const forPrograms = /\bAPI\b|\bJSON\b|cookie|header|charset|\b(GET|POST|PUT|PATCH|DELETE) \//i;
  expect(refusals.filter((refusal) => forPrograms.test(refusal.text) && !isUnmet(refusal))).toEqual([]);
});

it('leaves out only refusals that exist', () => {
  for (const start of unmet.flatMap(({ files = [] }) => files))
    expect(
      refusals.some(({ path }) => path.startsWith(start)),
      start,
    ).toBe(true);
  for (const said of unmet.flatMap(({ texts = [] }) => texts))
    expect(
      refusals.some(({ text }) => text === said),
      said,
    ).toBe(true);
});

it('knows the messages of zod', () => {
  const said = (schema: z.ZodType, input?: unknown) => schema.safeParse(input).error!.issues[0]!.message;
  const either = z.discriminatedUnion('kind', [z.object({ kind: z.literal('one') }), z.object({ kind: z.literal('other') })]);
  expect([
    said(either, { kind: 'third' }).replace(/'.*'/, '{0}'),
    said(z.union([z.string(), z.number()]), null),
    said(z.literal(4), 3).replace('4', '{0}'),
    said(z.string(), 3).replace('string', '{0}').replace('number', '{1}'),
    said(z.array(z.string())),
    said(z.number()),
    said(z.object({})),
    said(z.string()),
    said(z.enum(['one', 'other']), 'third').replace(/".*"/, '{0}'),
    said(z.string().regex(/a/), 'b').replace('/a/', '{0}'),
    said(z.array(z.number()).max(0), [1]).replace('0', '{0}'),
    said(z.number().max(3), 4).replace('3', '{0}'),
    said(z.string().max(1), 'ab').replace('1', '{0}'),
    said(z.number().min(3), 2).replace('3', '{0}'),
    said(z.string().min(2), 'a').replace('2', '{0}'),
    said(z.string().min(1), ''),
  ]).toEqual(zodRules);
});
