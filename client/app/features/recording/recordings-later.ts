import { noRecording, type RecordRequest } from '../../../store/recording.ts';
import type { Store } from '../../../store/store.ts';
import { messageOf } from '../../page/actions.ts';
import type { RecordingDesk } from './recording-desk.ts';
import type { Subject } from './subject.ts';

/** The recordings of an open universe. Their code is fetched with the first one. */
export function recordingsLater(store: Store, subject: () => Subject): RecordingDesk {
  let desk: RecordingDesk | null = null;
  let isOver = false;
  const start = async (request: RecordRequest) => {
    const { createRecordingDesk } = await import('./recording-desk.ts');
    if (isOver) return;
    desk ??= createRecordingDesk(store, subject);
    desk.start(request);
  };
  return {
    start: (request) =>
      void start(request).catch((error: unknown) => {
        store.recording.value = { ...noRecording, status: 'failed', message: messageOf(error) };
      }),
    cancel: () => desk?.cancel(),
    dispose() {
      isOver = true;
      desk?.dispose();
    },
  };
}
