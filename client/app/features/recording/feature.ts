import type { RecordRequest } from '../../../store/recording.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    record: { request: RecordRequest };
    'cancel-recording': object;
  }
}

declare module '../../../store/panels.ts' {
  interface Dialogs {
    record: true;
  }
}

/** Recordings of the open universe: sound, stems, MIDI and video. */
export const recordingFeature = {
  name: 'recording',
  dialogs: [{ name: 'record', render: (store) => html`<hu-record-dialog .store=${store}></hu-record-dialog>` }],
  menu: [{ order: 20, icon: 'record', label: 'Record', bars: 'up-to-400px', intent: { kind: 'dialog', dialog: 'record' } }],
  intents: {
    record: ({ request }, { session }) => session?.recordings.start(request),
    'cancel-recording': (_, { session }) => session?.recordings.cancel(),
  },
  shortcuts: [
    {
      key: 'c',
      cap: 'C',
      does: 'Record (capture)',
      intent: (store) => ({ kind: 'dialog', dialog: store.dialog.value === 'record' ? null : 'record' }),
    },
  ],
} satisfies Feature;
