import { say, sayText } from '../../../words/words.ts';
import type { Film, FilmRequest, RecordingJob, RecordingReport, RunRequest } from './protocol.ts';
import type { SoundEvents } from './sound-events.ts';

export interface JobOptions {
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Runs a job in its own worker, which ends with it, or with the signal. */
function runJob<Kind extends 'sound-events' | 'film'>(
  kind: Kind,
  job: RecordingJob & { kind: Kind },
  { onProgress, signal }: JobOptions,
): Promise<Extract<RecordingReport, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./recording-worker.ts', import.meta.url), { type: 'module', name: 'recording' });
    const stop = () => {
      worker.terminate();
      signal.removeEventListener('abort', abort);
    };
    const abort = () => {
      stop();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort);
    worker.onmessage = ({ data }: MessageEvent<RecordingReport>) => {
      if (data.kind === 'progress') {
        onProgress(data.share);
        return;
      }
      stop();
      if (data.kind === kind) resolve(data as Extract<RecordingReport, { kind: Kind }>);
      else reject(new Error(data.kind === 'failed' ? sayText(data.message) : `the recording worker answered with ${data.kind}`));
    };
    worker.onerror = (event) => {
      stop();
      reject(new Error(event.message || say('The recording stopped.')));
    };
    worker.postMessage(job);
  });
}

export async function runSoundEvents(request: RunRequest, options: JobOptions): Promise<SoundEvents> {
  return (await runJob('sound-events', { kind: 'sound-events', ...request }, options)).soundEvents;
}

export async function runFilm(request: FilmRequest, options: JobOptions): Promise<Film> {
  return (await runJob('film', { kind: 'film', ...request }, options)).film;
}
