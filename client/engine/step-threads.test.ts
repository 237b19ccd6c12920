import { afterEach, expect, it, vi } from 'vitest';
import { startThreadPool, threadsFor } from './step-threads.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('uses half of the cores, at least one and at most four, and one if the browser does not report them', () => {
  expect([1, 2, 3, 4, 8, 64].map(threadsFor)).toEqual([1, 1, 1, 2, 4, 4]);
  expect(threadsFor(undefined)).toBe(1);
});

it('starts no threads for a small universe, or if there is only one thread', async () => {
  expect(await startThreadPool(4, 1000)).toBeUndefined();
  expect(await startThreadPool(1, 1_000_000)).toBeUndefined();
  expect(await startThreadPool(Number.NaN, 1_000_000)).toBeUndefined();
});

/** Stubs workers that answer a memory probe by `answer`; returns a spy that counts terminated workers. */
function stubWorkers(answer: (words: Uint32Array, worker: { onmessage?: () => void; onerror?: (event: object) => void }) => void) {
  const ended = vi.fn();
  vi.stubGlobal(
    'Worker',
    class {
      onmessage?: () => void;
      onerror?: (event: object) => void;
      postMessage(words: Uint32Array) {
        answer(words, this);
      }
      terminate = ended;
    },
  );
  return ended;
}

it('uses threads that prove to share memory', async () => {
  const ended = stubWorkers((words, { onmessage }) => {
    words[0] = 1;
    onmessage?.();
  });
  expect(await startThreadPool(4, 1_000_000)).toBeDefined();
  expect(ended).not.toHaveBeenCalled();
});

it('steps alone if threads answer without sharing, fail, stay silent, or can not be created', async () => {
  const notSharing = stubWorkers((_, { onmessage }) => onmessage?.());
  expect(await startThreadPool(4, 1_000_000)).toBeUndefined();
  expect(notSharing).toHaveBeenCalledTimes(3);

  stubWorkers((_, { onerror }) => onerror?.({ message: '' }));
  expect(await startThreadPool(4, 1_000_000)).toBeUndefined();

  vi.useFakeTimers();
  stubWorkers(() => {});
  const asked = startThreadPool(4, 1_000_000);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await asked).toBeUndefined();

  vi.stubGlobal('Worker', undefined);
  expect(await startThreadPool(4, 1_000_000)).toBeUndefined();
});
