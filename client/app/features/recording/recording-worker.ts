import { type Replay, replayRun } from '../../../../shared/recording/replay.ts';
import { canShareMemory } from '../../../engine/shared-memory.ts';
import { startThreadPool } from '../../../engine/step-threads.ts';
import type { RecordingJob, RecordingReport, RunRequest } from './protocol.ts';
import { collectSoundEvents } from './sound-events.ts';

/** The part of the worker's global scope that is used here; the client is typed for the window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<RecordingJob>) => void) | null;
  postMessage(report: RecordingReport, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const progressMs = 100;

async function begin({ origin, threads }: RunRequest): Promise<Replay> {
  if (!canShareMemory()) return replayRun(origin);
  const threadPool = await startThreadPool(threads, origin.document.parameters.particleCount);
  return replayRun(origin, threadPool ? { allocate: (bytes) => new SharedArrayBuffer(bytes), threadPool } : {});
}

/** Creates a function that reports progress to the page, at a limited rate. */
function createTeller(): (share: () => number) => void {
  let lastMs = performance.now();
  return (share) => {
    const nowMs = performance.now();
    if (nowMs - lastMs < progressMs) return;
    lastMs = nowMs;
    scope.postMessage({ kind: 'progress', share: share() });
  };
}

async function work(job: RecordingJob): Promise<void> {
  const replay = await begin(job);
  const { simulation } = replay;
  const tell = createTeller();
  if (job.kind === 'film') {
    const { shootFilm } = await import('./shoot-film.ts');
    scope.postMessage({ kind: 'film', film: await shootFilm(replay, job, (share) => tell(() => share)) });
    return;
  }
  const startTick = simulation.tick;
  const ticks = Math.max(1, job.span.toTick - startTick);
  const soundEvents = collectSoundEvents(replay, job.span, () => tell(() => (simulation.tick - startTick) / ticks));
  scope.postMessage({ kind: 'sound-events', soundEvents });
}

scope.onmessage = ({ data }) => {
  work(data).catch((error: unknown) => {
    scope.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
};
