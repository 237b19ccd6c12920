import type { LogMessage } from '../../shared/room/messages.ts';
import { say } from '../words/words.ts';

/** Requests for the whole edit log of the run: while `isOpen`, the room gets one request for all that wait. */
export function createLogRequests(ask: () => void, isOpen: () => boolean) {
  let waiting: { resolve: (log: LogMessage) => void; reject: (error: Error) => void }[] = [];
  const takeAll = () => {
    const all = waiting;
    waiting = [];
    return all;
  };
  return {
    next: () =>
      new Promise<LogMessage>((resolve, reject) => {
        // A closed connection would never answer, and nothing would retry.
        if (!isOpen()) return reject(new Error(say('The server does not answer. Check the connection and try again.')));
        waiting.push({ resolve, reject });
        if (waiting.length === 1) ask();
      }),
    answer(log: LogMessage) {
      for (const { resolve } of takeAll()) resolve(log);
    },
    refuse(words: string) {
      for (const { reject } of takeAll()) reject(new Error(words));
    },
  };
}
