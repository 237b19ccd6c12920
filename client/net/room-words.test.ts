import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refuse, refuseFor } from '../../shared/refusals/refuse.ts';
import { writeRefusal } from '../../shared/refusals/sent-refusal.ts';
import { refusalWords, words } from '../words/de/index.ts';
import { speakBy } from '../words/words.ts';
import { joinRefusalOf, joinTroubleOf } from './room-words.ts';

/** An error of the matchmaking call, as the client of Colyseus throws it. */
const refusedBy = (code: number, message: string) => Object.assign(new Error(message), { code });

it('says why a join is refused, and nothing of what it can not read', () => {
  expect(joinRefusalOf(refusedBy(404, writeRefusal(refuse('no-universe'))))).toBe('There is no such universe.');
  expect(joinTroubleOf(refusedBy(503, writeRefusal(refuse('room-full'))))).toBe('This universe is full. Trying again.');
  expect(joinRefusalOf(refusedBy(503, writeRefusal(refuse('room-full'))))).toBeNull();
  expect(joinRefusalOf(refusedBy(429, writeRefusal(refuseFor(9000, 'too-many-joins'))))).toBeNull();
  for (const raw of ['room "universe" not found', '{"message":1}', '']) {
    expect(joinRefusalOf(refusedBy(404, raw)), raw).toBe('The server answered with status 404.');
    expect(joinTroubleOf(refusedBy(522, raw)), raw).toBe('The server does not answer. Trying again.');
  }
  for (const error of [new Error('offline'), null, undefined]) {
    expect(joinTroubleOf(error)).toBe('The server does not answer. Trying again.');
    expect(joinRefusalOf(error)).toBeNull();
  }
});

describe('in German', () => {
  beforeEach(() => speakBy(words, refusalWords));
  afterEach(() => speakBy(null));

  it('says it by its reason, and when to try again', () => {
    expect(joinRefusalOf(refusedBy(404, writeRefusal(refuse('no-universe'))))).toBe('Dieses Universum gibt es nicht.');
    expect(joinTroubleOf(refusedBy(429, writeRefusal(refuseFor(9000, 'too-many-joins'))))).toBe(
      'Zu viele kommen von deiner Adresse. Versuche es in 9 Sekunden noch einmal.',
    );
    expect(joinRefusalOf(refusedBy(403, writeRefusal(refuseFor(120_000, 'kicked'))))).toBe(
      'Der Besitzer hat dich aus dem Raum entfernt. Versuche es in 2 Minuten noch einmal.',
    );
    expect(joinRefusalOf(refusedBy(404, 'raw'))).toBe('Der Server antwortete mit Status 404.');
  });
});
