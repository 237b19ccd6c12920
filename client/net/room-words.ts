import { errorCodes } from '../../shared/api/errors.ts';
import { abuseCloseCode, hiddenCloseCode, kickedCloseCode } from '../../shared/room/names.ts';
import { readRefusal, type SentRefusal } from '../../shared/refusals/sent-refusal.ts';
import { kickMinutes } from '../../shared/room/kick.ts';
import { sayRefusal } from '../words/refusal.ts';
import type { Sentence } from '../words/sentences.ts';
import { say } from '../words/words.ts';
import type { Readmission } from './readmission.ts';

const farewells: ReadonlyMap<number, Sentence> = new Map([
  [hiddenCloseCode, 'You no longer have access to this universe.'],
  [kickedCloseCode, 'The owner removed you from the room. You can come back in {minutes} minutes.'],
  [abuseCloseCode, 'This page sent too many messages and was disconnected. Reload it to come back.'],
]);

/** Returns the interface text for a room that closed the connection for good; null if the user may reconnect. */
export function farewellOf(closeCode: number): string | null {
  const farewell = farewells.get(closeCode);
  return farewell === undefined ? null : say(farewell, { minutes: kickMinutes });
}

/** The refusal of a join, or null where the error is none of the server's. */
function refusalIn(error: unknown): SentRefusal | null {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const isAnswer = typeof code === 'number' && code >= 400 && code < 600;
  return isAnswer && typeof message === 'string' ? readRefusal(message) : null;
}

/** The server's reason for refusing to let the page in now, or a sentence that it does not answer. */
export function joinTroubleOf(error: unknown): string {
  const refusal = refusalIn(error);
  return refusal ? sayRefusal(refusal) : say('The server does not answer. Trying again.');
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Whether the room asks for a session that the browser did not send. Its message is meant for programs and never shown. */
export const isWithoutSession = (error: unknown): boolean => codeOf(error) === errorCodes['no-session'];

export const onlyWatching: Sentence = 'Your browser blocks cookies, so you can only watch.';

/** Returns the text for a universe that is hidden because the page lost its session; null if it is not hidden. */
export function wordsWithoutSession(
  error: unknown,
  { isPending, isWatchingOnly }: Pick<Readmission, 'isPending' | 'isWatchingOnly'>,
): string | null {
  if (!isPending || codeOf(error) !== errorCodes['not-found']) return null;
  return isWatchingOnly
    ? say('Your browser blocks cookies, so you are not signed in, and this universe is not public.')
    : say('Your session has ended, and this universe is not public. Sign in to come back.');
}

/** Returns the server's reason for a final refusal, or null if a later join may succeed. */
export function joinRefusalOf(error: unknown): string | null {
  const code = codeOf(error);
  const refused = typeof code === 'number' && code >= 400 && code < 500 && code !== 408 && code !== 429;
  if (!refused) return null;
  const refusal = refusalIn(error);
  return refusal ? sayRefusal(refusal) : say('The server answered with status {status}.', { status: code });
}
