import type { LogMessage } from '../../shared/room/messages.ts';
import { say } from '../words/words.ts';

/** Requests for the whole log of the run: the room is asked once for all that wait, while `isOpen`. */
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
        // Nobody would answer, and nothing ask again.
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
