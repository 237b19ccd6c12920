import { afterEach, beforeEach, expect, it } from 'vitest';
import { sayRefusal } from './refusal.ts';
import { speakBy } from './words.ts';

const dictionary = {
  'There is no such universe.': 'Dieses Universum gibt es nicht.',
  '{0} of {1}': '{0} von {1}',
  'must have {0} to {1} characters': 'muss {0} bis {1} Zeichen haben',
  'at most {0} in a universe': 'höchstens {0} in einem Universum',
  'expected {0}, received {1}': '{1} statt {0}',
  'expected {0}, received nothing': '{0} fehlt',
  'is needed': 'fehlt',
  'Try again in {0} seconds.': 'Versuche es in {0} Sekunden noch einmal.',
  password: 'Passwort',
};

beforeEach(() => speakBy(dictionary));
afterEach(() => speakBy(null));

it('translates sentences and rules, and fills in their values', () => {
  expect(sayRefusal('There is no such universe.')).toBe('Dieses Universum gibt es nicht.');
  expect(sayRefusal('must have 8 to 200 characters')).toBe('muss 8 bis 200 Zeichen haben');
  expect(sayRefusal('expected a\nnumber, received text')).toBe('text statt a\nnumber');
});

it('prefers the more exact translation', () => {
  expect(sayRefusal('expected text, received nothing')).toBe('text fehlt');
});

it('translates rules of fields one by one', () => {
  expect(sayRefusal('password: is needed')).toBe('Passwort: fehlt');
  expect(sayRefusal('wells: at most 12 in a universe.')).toBe('wells: höchstens 12 in einem Universum.');
  expect(sayRefusal('password: must have 8 to 200 characters; edit.kind: is odd; bio: is needed')).toBe(
    'Passwort: muss 8 bis 200 Zeichen haben; edit.kind: is odd; bio: fehlt',
  );
});

it('translates a reason and the time to wait', () => {
  expect(sayRefusal('There is no such universe. Try again in 40 seconds.')).toBe(
    'Dieses Universum gibt es nicht. Versuche es in 40 Sekunden noch einmal.',
  );
  expect(sayRefusal('Nobody knows why. Try again in a fortnight.')).toBe('Nobody knows why. Try again in a fortnight.');
});

it('leaves unknown text as it is, also if a short sentence would match', () => {
  for (const text of ['Two of three are gone.', 'Nobody knows this; nor that.', 'a+b', '', 'constructor', 'x: constructor']) {
    expect(sayRefusal(text)).toBe(text);
  }
});

it('takes values literally', () => {
  expect(sayRefusal('at most {1} $& in a universe')).toBe('höchstens {1} $& in einem Universum');
});

it('leaves everything as it is in English', () => {
  speakBy(null);
  expect(sayRefusal('password: is needed')).toBe('password: is needed');
});
