import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultDocument } from '../../shared/universe/index.ts';
import { createEngine, type Engine, type EngineEvents } from './engine.ts';
import type { RunStart, WorkerReport, WorkerRequest } from './protocol.ts';

const workers: FakeWorker[] = [];
/** Called when the next worker is created, and when it is sent a message. */
let made = () => {};
let sent: (request: WorkerRequest, worker: FakeWorker) => void = () => {};

class FakeWorker {
  onmessage: ((event: { data: WorkerReport }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  requests: WorkerRequest[] = [];
  isEnded = false;

  constructor() {
    made();
    workers.push(this);
  }
  postMessage(request: WorkerRequest) {
    this.requests.push(request);
    sent(request, this);
  }
  say(report: WorkerReport) {
    this.onmessage?.({ data: report });
  }
  terminate() {
    this.isEnded = true;
  }
}

const run: RunStart = { document: defaultDocument(), snapshot: null, edits: [], tick: 0, playing: true, batchMs: 50 };
const told: unknown[] = [];
let engine: Engine;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
  workers.length = 0;
  told.length = 0;
  made = () => {};
  sent = () => {};
  const ignore = () => {};
  const events: EngineEvents = {
    frames: ignore,
    notes: ignore,
    swarm: ignore,
    pulse: ignore,
    hash: ignore,
    lag: ignore,
    need: ignore,
    failed: (message, recovered) => told.push({ message, recovered }),
    silent: (isSilent) => told.push({ isSilent }),
  };
  engine = createEngine(1);
  engine.listen(events);
});
afterEach(() => {
  engine.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const startOf = (worker: FakeWorker) => worker.requests.find((request) => request.kind === 'start')!;
const isSharing = (worker: FakeWorker) => startOf(worker).commands !== null;

it('shares memory if it can, and restarts without if the worker can not', () => {
  engine.start(run);
  expect(isSharing(workers[0])).toBe(true);
  workers[0].say({ kind: 'unshared' });
  expect(workers[0].isEnded).toBe(true);
  expect(isSharing(workers[1])).toBe(false);
  expect(told).toEqual([]);
});

it('starts without shared memory if it can not be sent to a worker or received from one', () => {
  sent = (request) => {
    if (request.kind === 'start' && request.commands) throw new DOMException('could not be cloned', 'DataCloneError');
  };
  engine.start(run);
  expect(isSharing(workers.at(-1)!)).toBe(false);
  expect(told).toEqual([]);
});

it("starts without shared memory if the worker's message can not be read", () => {
  engine.start(run);
  workers[0].say({ kind: 'alive' });
  workers[0].onmessageerror?.();
  expect(isSharing(workers[1])).toBe(false);
});

it('reports at once that a worker can not be created', () => {
  made = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  engine.start(run);
  expect(told).toEqual([{ message: 'blocked', recovered: false }]);
});

it('reports at once that a worker does not load, and restarts a worker that was alive', () => {
  engine.start(run);
  workers[0].onerror?.({ message: '' });
  expect(told).toEqual([{ message: 'the simulation worker stopped', recovered: false }]);
  vi.advanceTimersByTime(20_000);
  engine.start(run);
  workers[1].say({ kind: 'alive' });
  workers[1].onerror?.({ message: 'the plug is pulled' });
  expect(told.at(-1)).toEqual({ message: 'the plug is pulled', recovered: true });
  expect(workers).toHaveLength(3);
});

it('reports within ten seconds a worker that never answers, and withdraws the report when it does', () => {
  engine.start(run);
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([{ isSilent: true }]);
  workers[0].say({ kind: 'alive' });
  expect(told).toEqual([{ isSilent: true }, { isSilent: false }]);
});

it('waits forever for a worker that answers', () => {
  sent = (request, worker) => request.kind === 'ping' && worker.say({ kind: 'alive' });
  engine.start(run);
  vi.advanceTimersByTime(600_000);
  expect(told).toEqual([]);
});
