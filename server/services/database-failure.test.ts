import { expect, it } from 'vitest';
import { failureOf } from './database-failure.ts';

const withCode = (code: string, message = 'it failed') => Object.assign(new Error(message), { code });

it.each([
  [withCode('ECONNREFUSED'), 'gone'],
  [withCode('57P01', 'terminating connection due to administrator command'), 'gone'],
  [withCode('08006'), 'gone'],
  [new Error('Connection terminated unexpectedly'), 'gone'],
  [new Error('Failed query', { cause: new Error('timeout exceeded when trying to connect') }), 'gone'],
  [new Error('Failed query', { cause: withCode('53100', 'could not extend file') }), 'full'],
  [withCode('ENOSPC'), 'full'],
  [withCode('EROFS'), 'read-only'],
  [new Error('Failed query', { cause: withCode('25006', 'cannot execute INSERT in a read-only transaction') }), 'read-only'],
  [withCode('42501', 'could not open file: Read-only file system'), 'read-only'],
  [withCode('58030', 'could not read block'), 'damaged'],
  [withCode('XX001', 'invalid page in block 0'), 'damaged'],
  [withCode('23505', 'duplicate key'), null],
  [new Error('a bug of ours'), null],
  ['a text', null],
  [null, null],
])('%s: %s', (error, failure) => {
  expect(failureOf(error)).toBe(failure);
});

it('terminates for an error that causes itself', () => {
  const error = new Error('round');
  error.cause = error;
  expect(failureOf(error)).toBeNull();
});
