import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorBodyOf } from '../api/errors.ts';
import { type Reason, refusals } from './catalogue.ts';
import { fieldIssue } from './field-issue.ts';
import { refuse, refuseFor } from './refuse.ts';
import { readRefusal, writeRefusal } from './sent-refusal.ts';

it('brings a refusal over as text, without what is empty', () => {
  expect(writeRefusal(refuse('no-universe'))).toBe('{"message":"There is no such universe.","reason":"no-universe"}');
  const error = refuseFor(5000, 'too-often', [fieldIssue('chat', null, 'pace-limit', { max: 2 })]);
  const { code: _, ...sent } = errorBodyOf(error).error;
  expect(readRefusal(writeRefusal(error))).toEqual(sent);
  expect(readRefusal(writeRefusal(refuse('no-universe')))).toEqual({
    message: 'There is no such universe.',
    reason: 'no-universe',
    params: {},
    issues: [],
  });
});

it('reads nothing from text that is no refusal', () => {
  for (const text of [
    '',
    'null',
    '1',
    '"text"',
    '[]',
    '{}',
    '{"message":"x"}',
    '{"message":1,"reason":"y"}',
    'room "x" not found',
    '{"mess',
  ])
    expect(readRefusal(text), text).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => readRefusal(text) === null));
});

it('fits into the end of a connection, which has room for 123 bytes (RFC 6455 §5.5)', () => {
  const reasons: readonly Reason[] = ['no-universe', 'kicked-now', 'sends-too-much'];
  for (const reason of reasons) {
    const { text } = refusals[reason];
    expect(Buffer.byteLength(JSON.stringify({ message: text, reason })), reason).toBeLessThanOrEqual(123);
  }
});
