import { expect, it } from 'vitest';
import { z } from 'zod';
import { readRefusals, zodRules } from '../../tests/support/refusals.ts';
import { german } from './de/index.ts';

/** What nobody who is at a page meets: of these files all, and of the rest these. */
const unmet: readonly { because: string; files?: readonly string[]; texts?: readonly string[] }[] = [
  {
    because: 'whoever starts the server reads it',
    files: ['server/config.ts', 'server/kept-secret.ts', 'server/main.ts', 'server/db/', 'server/services/secrets/secret-check.ts'],
  },
  {
    because: 'pages write their requests as they have to be',
    files: [
      'server/http/requests/address-text.ts',
      'server/http/requests/bodies.ts',
      'server/http/requests/body-reader.ts',
      'server/http/door/',
      'server/http/door/matchmaking.ts',
      'server/http/requests/entity-tags.ts',
      'server/services/lists/list-cursor.ts',
      'shared/api/parameter-schemas.ts',
      'shared/api/query-schemas.ts',
    ],
    texts: ['There is no {0} {1} here.', 'There is no {0} {1} in this API.', 'There is no message "{0}".'],
  },
  {
    because: 'pages get another session and come back (client/net/readmission.ts)',
    texts: ['Who are you? Ask for GET /api/v1/me first, and send its cookie.', 'Your session has ended. Open the universe again.'],
  },
  { because: 'pages of others ask for it', texts: ['must be a whole number of pixels'] },
  {
    because: 'the page asks for it by itself, and tells nobody that it was refused',
    files: ['server/http/universes/snapshots.ts', 'server/services/documents/snapshot-broker.ts', 'shared/api/thumbnail-schemas.ts'],
    texts: [
      'There is no picture of this universe yet.',
      'This page computed another universe than the others at tick {0}.',
      'must be what the others have',
    ],
  },
];

const refusals = [...readRefusals()].flatMap(([path, texts]) => [...texts].map((text) => ({ path, text })));
const isUnmet = ({ path, text }: (typeof refusals)[number]) =>
  unmet.some(({ files = [], texts = [] }) => files.some((start) => path.startsWith(start)) || texts.includes(text));

it('finds refusals in sentences, rules and templates', () => {
  const texts = new Set(refusals.map(({ text }) => text));
  expect(refusals.length).toBeGreaterThan(150);
  expect(texts).toContain('There is no such universe.');
  expect(texts).toContain('is needed');
  expect(texts).toContain('must have {0} to {1} characters');
  expect(texts).toContain('The owner keeps the music to themselves for now.');
  expect(texts).toContain('Too many people are watching. Trying again.');
});

it('knows what people are refused with', () => {
  expect(refusals.filter((refusal) => !isUnmet(refusal) && !Object.hasOwn(german, refusal.text))).toEqual([]);
});

it('refuses people in words that are not for programs', () => {
  const forPrograms = /\bAPI\b|\bJSON\b|cookie|header|charset|\b(GET|POST|PUT|PATCH|DELETE) \//i;
  expect(refusals.filter((refusal) => forPrograms.test(refusal.text) && !isUnmet(refusal))).toEqual([]);
});

it('leaves out only what there is', () => {
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

it('knows what zod says by itself', () => {
  expect(zodRules.filter((rule) => !Object.hasOwn(german, rule))).toEqual([]);
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
