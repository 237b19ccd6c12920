import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError, errorBodyOf } from '../../shared/api/errors.ts';
import { fieldIssue } from '../../shared/refusals/field-issue.ts';
import { refuse, refuseFields, refuseFor } from '../../shared/refusals/refuse.ts';
import { refusalWords, words } from './de/index.ts';
import { sayIssue, sayRefusal, sayRule } from './refusal.ts';
import { speakBy } from './words.ts';

const limit = fieldIssue('password', '(hidden)', 'too-short', { min: 8 });

describe('in German', () => {
  beforeEach(() => speakBy(words, refusalWords));
  afterEach(() => speakBy(null));

  it('says a refusal by its reason, whatever its message is', () => {
    expect(sayRefusal(refuse('no-universe'))).toBe('Dieses Universum gibt es nicht.');
    expect(sayRefusal({ ...errorBodyOf(refuse('no-universe')).error, message: 'Gone.' })).toBe('Dieses Universum gibt es nicht.');
  });

  it('fills places with parameters, as they are, and keeps the direction of names apart', () => {
    expect(sayRefusal(refuse('comment-limit', { max: 500 }))).toBe('Ein Universum hat höchstens 500 Kommentare. Lösche zuerst einige.');
    expect(sayRefusal(refuse('provider-refused', { provider: '{max} $& $1' }))).toBe(
      '{max} $& $1 hat nicht bestätigt, wer du bist. Versuche es noch einmal.',
    );
    expect(sayRefusal(refuse('heir-is-guest', { name: 'דוד' }))).toContain('\u2068דוד\u2069 ist Gast.');
  });

  it.each([
    [1, 'in einer Sekunde'],
    [40, 'in 40 Sekunden'],
    [60, 'in einer Minute'],
    [61, 'in 2 Minuten'],
    [3600, 'in einer Stunde'],
    [3601, 'in 2 Stunden'],
  ])('says when to try again: %i seconds', (seconds, wait) => {
    expect(sayRefusal(refuseFor(seconds * 1000, 'too-many-requests'))).toBe(`Zu viele Anfragen. Versuche es ${wait} noch einmal.`);
  });

  it('says the rules of fields one by one, with the labels of forms and parameters', () => {
    const issues = [
      limit,
      fieldIssue('edit.values.gravity', 99, 'too-high', { max: 30 }),
      fieldIssue('edit.kind', 'x', 'kind-unknown', { kinds: 'a, b' }),
      fieldIssue('', null, 'nothing-chosen'),
    ];
    expect(sayRefusal(refuseFields(issues))).toBe(
      'Passwort: muss mindestens 8 Zeichen haben; Schwerkraft: darf höchstens 30 sein; edit.kind: muss von einer dieser Arten sein: a, b; muss mindestens ein Feld nennen',
    );
    expect(sayRefusal(refuse('document-damaged', { universe: 'u1' }, { issues: [limit] }))).toBe(
      'Das gespeicherte Universum u1 ist beschädigt: Passwort: muss mindestens 8 Zeichen haben.',
    );
    expect(sayRule(limit)).toBe('muss mindestens 8 Zeichen haben');
  });

  it('says what came without a reason, or with one that is not known, by its message', () => {
    expect(sayRefusal({ message: 'Nobody knows this.' })).toBe('Nobody knows this.');
    for (const reason of ['no-such-reason', 'constructor', 'toString'])
      expect(sayRefusal({ message: 'As it came.', reason, params: {}, issues: [] }), reason).toBe('As it came.');
    expect(sayIssue({ path: 'bio', rule: 'is odd', reason: 'constructor', params: {}, value: 1 })).toBe('Über dich: is odd');
    expect(sayIssue({ path: 'toString', rule: 'is odd' })).toBe('toString: is odd');
    // A program of another version may send no wait.
    expect(sayRefusal({ message: 'Too many requests.', reason: 'too-many-requests' })).toBe('Too many requests.');
    // An error of the page itself is said in its language already.
    expect(sayRefusal(new AppError('body-too-large', 'es ist zu groß'))).toBe('es ist zu groß');
    expect(sayRefusal(new Error('Play'))).toBe(words['Play' as keyof typeof words] ?? 'Play');
  });
});

describe('in a language that lacks reasons', () => {
  beforeEach(() => speakBy({}, { refusals: { 'too-often': 'Zu oft. {again}' }, rules: {}, waits: {} }));
  afterEach(() => speakBy(null));

  it('speaks English', () => {
    expect(sayRefusal(refuse('no-universe'))).toBe('There is no such universe.');
    expect(sayRefusal(refuseFields([limit]))).toBe('Password: must have at least 8 characters');
    expect(sayRefusal(refuseFor(2000, 'too-often'))).toBe('You did that too often. Try again in 2 seconds.');
  });
});

it('says the message in English, and fields by their labels', () => {
  expect(sayRefusal(refuse('comment-limit', { max: 500 }))).toBe('A universe has at most 500 comments. Delete some first.');
  expect(sayRefusal(refuseFields([limit, fieldIssue('gravity', 99, 'too-high', { max: 30 })]))).toBe(
    'Password: must have at least 8 characters; Gravity: must be at most 30',
  );
});
