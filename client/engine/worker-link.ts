import type { ByteRing } from './byte-ring.ts';
import { type Command, encodeMessage, type WorkerRequest } from './protocol.ts';

const backlogRetryMs = 5;
const pingMs = 1000;
/** Pings in a row without an answer after which the worker counts as silent: as long as it works, it answers. */
const maxUnanswered = 9;

export interface EngineSnapshot {
  tick: number;
  sequence: number;
  hash: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Sends commands to the worker in order: through a ring in shared memory if there is one, else as messages. */
export function createCommandQueue(post: (request: WorkerRequest) => void) {
  let ring: ByteRing | null = null;
  /** Commands that did not fit into the ring; they go first, which keeps the order. */
  let backlog: Uint8Array[] = [];

  const flush = () => {
    const sent = backlog.findIndex((bytes) => !ring?.write(bytes));
    backlog = sent < 0 ? [] : backlog.slice(sent);
    if (backlog.length > 0) setTimeout(flush, backlogRetryMs);
  };

  return {
    /** Drops the commands for a terminated worker. */
    clear() {
      backlog = [];
    },
    useRing(next: ByteRing | null) {
      ring = next;
    },
    send(command: Command) {
      if (!ring) {
        post({ kind: 'command', command });
        return;
      }
      const bytes = encodeMessage(command);
      if (backlog.length === 0 && ring.write(bytes)) return;
      backlog.push(bytes);
      if (backlog.length === 1) setTimeout(flush, backlogRetryMs);
    },
  };
}

type Send = (command: Command) => void;

/** Questions to the worker, and the promises of their answers. */
export function createQuestions() {
  let lastRequest = 0;
  const hashWaiters = new Map<number, ((hash: string) => void)[]>();
  const snapshotWaiters = new Map<string, (snapshot: EngineSnapshot) => void>();
  return {
    hashAt: (tick: number, send: Send) =>
      new Promise<string>((resolve) => {
        hashWaiters.set(tick, [...(hashWaiters.get(tick) ?? []), resolve]);
        send({ kind: 'hash', tick });
      }),
    snapshot(tick: number, send: Send): Promise<EngineSnapshot> {
      lastRequest += 1;
      const requestId = String(lastRequest);
      return new Promise((resolve) => {
        snapshotWaiters.set(requestId, resolve);
        send({ kind: 'snapshot', requestId, tick });
      });
    },
    answerHash(tick: number, hash: string) {
      for (const resolve of hashWaiters.get(tick) ?? []) resolve(hash);
      hashWaiters.delete(tick);
    },
    answerSnapshot(requestId: string, snapshot: EngineSnapshot) {
      snapshotWaiters.get(requestId)?.(snapshot);
      snapshotWaiters.delete(requestId);
    },
  };
}

interface LivenessOptions {
  isThere: () => boolean;
  ask: () => void;
  tell: (isSilent: boolean) => void;
}

/** Pings a worker regularly, and reports when it falls silent. It counts pings, not time: a sleeping device sends none. */
export function createLivenessWatch({ isThere, ask, tell }: LivenessOptions) {
  let unanswered = 0;
  const timer = setInterval(() => {
    if (!isThere()) return;
    unanswered += 1;
    if (unanswered === maxUnanswered) tell(true);
    ask();
  }, pingMs);
  return {
    /** Call when the worker has sent a message, or is gone. */
    answered() {
      if (unanswered >= maxUnanswered) tell(false);
      unanswered = 0;
    },
    stop: () => clearInterval(timer),
  };
}
