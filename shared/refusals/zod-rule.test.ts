import { expect, it } from 'vitest';
import { z } from 'zod';
import { fieldIssues } from '../api/field-issues.ts';
import { rule } from './rule.ts';

const kinds = z.discriminatedUnion('kind', [z.object({ kind: z.literal('one') }), z.object({ kind: z.literal('other') })]);

it.each<[string, z.ZodType, unknown, string, object, string]>([
  ['a missing value', z.string(), undefined, 'missing', {}, 'is needed'],
  ['a missing choice', z.enum(['a']), undefined, 'missing', {}, 'is needed'],
  ['a wrong type', z.string(), 3, 'wrong-type', { expected: 'string', received: 'number' }, 'must be of the type string, not number'],
  ['null', z.array(z.string()), null, 'wrong-type', { expected: 'array', received: 'null' }, 'must be of the type array, not null'],
  ['not a number', z.number(), Number.NaN, 'wrong-type', { expected: 'number', received: 'NaN' }, 'must be of the type number, not NaN'],
  ['a fraction', z.int(), 1.5, 'not-whole', {}, 'must be a whole number'],
  ['infinity', z.int(), Infinity, 'wrong-type', { expected: 'number', received: 'Infinity' }, 'must be of the type number, not Infinity'],
  ['a wrong value', z.literal(4), 3, 'wrong-value', { value: 4 }, 'must be 4'],
  ['an unknown choice', z.enum(['a', 'b']), 'c', 'not-one-of', { values: 'a, b' }, 'must be one of these: a, b'],
  ['an empty text', z.string().min(1), '', 'empty', {}, 'must not be empty'],
  ['a text that is too short', z.string().min(8), 'x', 'too-short', { min: 8 }, 'must have at least 8 characters'],
  ['a text that is too long', z.string().max(2), 'xyz', 'too-long', { max: 2 }, 'must have at most 2 characters'],
  ['too few entries', z.array(z.number()).min(2), [1], 'entry-minimum', { min: 2 }, 'must have at least 2 entries'],
  ['too many entries', z.array(z.number()).max(0), [1], 'entry-limit', { max: 0 }, 'must have at most 0 entries'],
  ['a number that is too low', z.number().min(3), 2, 'too-low', { min: 3 }, 'must be at least 3'],
  ['a number that is too high', z.number().max(3), 4, 'too-high', { max: 3 }, 'must be at most 3'],
  ['a number between two steps', z.number().multipleOf(5), 4, 'not-a-multiple', { step: 5 }, 'must be a multiple of 5'],
  ['a malformed address', z.email(), 'x', 'email-form', {}, 'must be an address like ada@example.org'],
  [
    'a text that does not match a pattern',
    z.string().regex(/^a$/),
    'b',
    'form-unknown',
    { form: '/^a$/' },
    'does not have the required form (/^a$/)',
  ],
  ['a malformed id', z.uuid(), 'b', 'form-unknown', { form: expect.any(String) }, expect.stringContaining('required form') as string],
  ['an unknown kind', kinds, { kind: 'third' }, 'kind-unknown', { kinds: 'one, other' }, 'must be one of these kinds: one, other'],
  ['a value outside a union', z.union([z.string(), z.number()]), null, 'unfit', {}, 'does not fit'],
  ['a key that is too long', z.record(z.string().max(1), z.number()), { ab: 1 }, 'unfit', {}, 'does not fit'],
  ['an unknown field', z.strictObject({}), { a: 1 }, 'unknown-field', {}, 'is not known here'],
  ['a check with a rule', z.string().regex(/^a$/, rule('id-form')), 'b', 'id-form', {}, 'must be 1 to 24 of a–z, 0–9 and -'],
  [
    'a check with parameters',
    z.string().refine(() => false, rule('too-long', { max: 3 })),
    'b',
    'too-long',
    { max: 3 },
    'must have at most 3 characters',
  ],
  ['a check without a rule', z.string().refine(() => false, 'odd'), 'b', 'unfit', {}, 'does not fit'],
])('words the issue of zod for %s by reason, parameters and rule', (_, schema, input, reason, params, said) => {
  const [issue] = fieldIssues(schema.safeParse(input).error!, input);
  expect(issue).toMatchObject({ reason, params, rule: said });
});
