import { afterEach, expect, it, vi } from 'vitest';
import { errorBodyOf } from '../../../shared/api/errors.ts';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse, refuseFor } from '../../../shared/refusals/refuse.ts';
import { wordsOfRefusal } from './session-words.ts';
import { callApi } from '../../net/api-client.ts';

afterEach(() => vi.unstubAllGlobals());

const answerWith = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })));

it('throws the refusal of the server whole: code, reason, parameters, issues and wait', async () => {
  const refusal = refuseFor(5000, 'too-often', [fieldIssue('chat', null, 'pace-limit', { max: 2 })]);
  answerWith(429, errorBodyOf(refusal));
  const { code, message, reason, params, issues, retryAfterSeconds } = refusal;
  await expect(callApi('getMe', {})).rejects.toMatchObject({ code, message, reason, params, issues, retryAfterSeconds });
});

it('says in its own words what only programs understand, and what is no refusal', async () => {
  answerWith(400, errorBodyOf(refuse('body-not-json')));
  await expect(callApi('getMe', {})).rejects.toMatchObject({
    reason: 'malformed-body',
    message: expect.stringContaining('Reload the page'),
  });
  answerWith(502, '<html>');
  await expect(callApi('getMe', {})).rejects.toMatchObject({ message: 'The server answered with status 502.' });
});

it('says of a refused edit why, and which field breaks which rule, once', () => {
  const locked = refuse('locked-physics', {}, { issues: [fieldIssue('edit.values.gravity', null, 'locked', { group: 'physics' })] });
  expect(wordsOfRefusal(errorBodyOf(locked).error)).toBe('The owner has locked the physics. (Gravity: is locked with physics)');
  const full = refuse('invalid-fields', {}, { issues: [fieldIssue('well', 17, 'in-universe-limit', { max: 16 })] });
  expect(wordsOfRefusal(errorBodyOf(full).error)).toBe('well: there are at most 16 in a universe');
});
