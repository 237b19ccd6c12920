import { describe, expect, it } from 'vitest';
import { AppError, errorBodyOf } from '../api/errors.ts';
import { errorBodySchema } from '../api/error-schema.ts';
import { type Reason, refusals } from './catalogue.ts';
import { fieldIssue } from './field-issue.ts';
import { fillPlaces } from './places.ts';
import { refuse, refuseFields } from './refuse.ts';
import { rule } from './rule.ts';

it('makes an error with the code, the reason, the parameters and the English message', () => {
  const error = refuse('comment-limit', { max: 500 });
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({
    code: 'conflict',
    reason: 'comment-limit',
    params: { max: 500 },
    issues: [],
    retryAfterSeconds: undefined,
  });
  expect(error.message).toBe('A universe has at most 500 comments. Delete some first.');
});

it('keeps the cause, and fills what the refusal itself says: the wait and the broken rules', () => {
  const cause = new Error('down');
  expect(refuse('provider-unavailable', { provider: 'Ümlaut' }, { cause })).toMatchObject({
    cause,
    message: 'Ümlaut does not answer at the moment. Try again later.',
  });
  const issues = [fieldIssue('password', null, 'missing'), fieldIssue('', null, 'nothing-chosen')];
  expect(refuseFields(issues).message).toBe('password: is needed; request: must name at least one field');
  expect(refuse('too-many-requests', {}, { retryAfterSeconds: 61 }).message).toBe('Too many requests. Try again in 2 minutes.');
});

it('takes values as they are, also those that look like places', () => {
  expect(fillPlaces('{a} and {b} of {c}', { a: '{b} $& \\1', b: 2 })).toBe('{b} $& \\1 and 2 of {c}');
  expect(fillPlaces('{toString}', {})).toBe('{toString}');
});

describe.each(Object.keys(refusals) as Reason[])('the refusal %s', (reason) => {
  it('fills every place, and has a body that the API reference describes', () => {
    const places = [...refusals[reason].text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place!);
    const params = Object.fromEntries(places.filter((place) => place !== 'again' && place !== 'found').map((place) => [place, 7]));
    const make = refuse as unknown as (name: Reason, given: object, options: object) => AppError;
    const error = make(reason, params, { retryAfterSeconds: 3, issues: [fieldIssue('name', 'x', 'too-short', { min: 2 })] });
    expect(error.message).not.toMatch(/[{}]/);
    expect(errorBodySchema.parse(errorBodyOf(error))).toEqual({
      error: {
        code: refusals[reason].code,
        message: error.message,
        reason,
        params,
        issues: [{ path: 'name', rule: 'must have at least 2 characters', reason: 'too-short', params: { min: 2 }, value: 'x' }],
        retryAfterSeconds: 3,
      },
    });
  });
});

it('checks parameters by type', () => {
  const calls = [
    // @ts-expect-error: a parameter is missing
    () => refuse('comment-limit', {}),
    // @ts-expect-error: all parameters are missing
    () => refuse('comment-limit'),
    // @ts-expect-error: there is no such parameter
    () => refuse('comment-limit', { max: 1, min: 2 }),
    // @ts-expect-error: the text has no places
    () => refuse('no-universe', { id: 'x' }),
    // @ts-expect-error: the text says when to try again
    () => refuse('too-many-requests'),
    // @ts-expect-error: the text lists rules
    () => refuse('document-damaged', { universe: 'x' }),
    // @ts-expect-error: there is no such reason
    () => refuse('no-such-reason'),
    // @ts-expect-error: the rule needs a limit
    () => rule('too-long'),
    // @ts-expect-error: the rule has no places
    () => fieldIssue('a', 1, 'missing', { max: 1 }),
  ];
  expect(calls).toHaveLength(9);
});
