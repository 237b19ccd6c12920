import { noRecording, type RecordedFile, type RecordRequest, type RecordingView, spanOf } from '../../../store/recording.ts';
import type { Store } from '../../../store/store.ts';
import { say } from '../../../words/words.ts';
import type { Recording } from './record.ts';
import type { Subject } from './subject.ts';

/** Progress and time before which the remaining time can't be estimated. */
const paceShare = 0.04;
const paceSeconds = 1.5;

/** The recordings of an open universe: one at a time. */
export interface RecordingDesk {
  start(request: RecordRequest): void;
  cancel(): void;
  dispose(): void;
}

/** `subject` is called when a recording starts; its code is loaded then. */
export function createRecordingDesk(store: Store, subject: () => Subject): RecordingDesk {
  let running: AbortController | null = null;

  const show = (view: Partial<RecordingView>) => {
    store.recording.value = { ...store.recording.value, ...view };
  };
  const forget = () => {
    for (const { url } of store.recording.value.files) URL.revokeObjectURL(url);
    store.recording.value = noRecording;
  };

  const work = async (request: RecordRequest, signal: AbortSignal): Promise<Recording> => {
    const span = spanOf(request, store.scalars.value?.tick ?? 0);
    show({ ...noRecording, status: 'running', message: say('Getting ready') });
    const beganMs = performance.now();
    const { record } = await import('./record.ts');
    return record(request, span, subject(), {
      signal,
      onProgress(doing, share) {
        const seconds = (performance.now() - beganMs) / 1000;
        const isPaced = share > paceShare && seconds > paceSeconds;
        if (!signal.aborted) show({ message: doing, share, secondsLeft: isPaced ? (seconds / share) * (1 - share) : null });
      },
    });
  };

  const finish = ({ files, notice, endHash }: Recording) => {
    const kept = files.map(({ name, data }): RecordedFile => ({ name, url: URL.createObjectURL(data), bytes: data.size }));
    for (const file of kept) download(file);
    const message = notice ?? say(kept.length === 1 ? 'Your file is saved.' : 'Your files are saved.');
    show({ status: 'done', message, share: 1, secondsLeft: null, files: kept, endHash });
  };

  return {
    start(request) {
      if (running) return;
      forget();
      const ours = new AbortController();
      running = ours;
      work(request, ours.signal)
        .then(
          (recording) => {
            if (!ours.signal.aborted) finish(recording);
          },
          (error: unknown) => {
            if (!ours.signal.aborted)
              show({ ...noRecording, status: 'failed', message: error instanceof Error ? error.message : String(error) });
          },
        )
        .finally(() => {
          if (running === ours) running = null;
        });
    },
    cancel() {
      running?.abort(new Error('The recording was cancelled.'));
      running = null;
      forget();
    },
    dispose() {
      running?.abort(new Error('The universe was closed.'));
      running = null;
      forget();
    },
  };
}

function download({ name, url }: RecordedFile): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
