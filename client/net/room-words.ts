import { abuseCloseCode, hiddenCloseCode, seenOffCloseCode } from '../../shared/room/names.ts';
import { seenOffMinutes } from '../../shared/room/seen-off.ts';
import { sayRefusal } from '../words/refusal.ts';
import type { Sentence } from '../words/sentences.ts';
import { say } from '../words/words.ts';

const farewells: ReadonlyMap<number, Sentence> = new Map([
  [hiddenCloseCode, 'This universe is not open to you any more.'],
  [seenOffCloseCode, 'The owner has seen you off. You can come back in {minutes} minutes.'],
  [abuseCloseCode, 'This page sent more than the universe takes, and was let go. Reload it to come back.'],
]);

/** What the interface says where the room has closed the connection for good; null where one may come back. */
export function farewellOf(closeCode: number): string | null {
  const farewell = farewells.get(closeCode);
  return farewell === undefined ? null : say(farewell, { minutes: seenOffMinutes });
}

/** What the server said when it can't let us in now; where there is none, that. */
export function sentenceOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const isAnswer = typeof code === 'number' && code >= 400 && code < 600 && typeof message === 'string' && message !== '';
  return isAnswer ? sayRefusal(message) : say('The server does not answer. Trying again.');
}

/** What the server said when it will not let us in, or null when it may yet. */
export function refusalOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  const refused = typeof code === 'number' && code >= 400 && code < 500 && code !== 408 && code !== 429;
  return refused ? sayRefusal((error as Error).message) : null;
}
