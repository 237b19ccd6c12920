import type { Part } from '../../../../shared/simulation/note.ts';
import { evenMix, type PartMix } from '../../../common/part-mix.ts';
import { type HeardNote, leaveOut, type MutedCause, withPart } from '../../../store/listening.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Changes your own mix of a part. */
    mix: { part: Part; change: Partial<PartMix> };
    'mix-even': object;
    /** Mutes the notes of a cause, or unmutes them: for you alone. */
    'leave-out': { cause: MutedCause; isLeftOut: boolean };
    'choose-note': { heard: HeardNote | null };
    output: { deviceId: string };
    'look-for-outputs': { ask: boolean };
  }
}

declare module '../../../store/panels.ts' {
  interface Panels {
    mixer: true;
  }
}

const loadOutputs = () => import('../../sound/outputs.ts');

/** The user's own mix, muted causes and audio output. None of it changes the universe. */
export const mixerFeature = {
  name: 'mixer',
  panels: [
    {
      name: 'mixer',
      title: 'Mixer',
      hue: 'audio',
      tab: { icon: 'sliders' },
      render: (store) => html`<hu-mixer-panel .store=${store}></hu-mixer-panel>`,
    },
  ],
  intents: {
    mix({ part, change }, { store: { listening } }) {
      listening.mix.value = withPart(listening.mix.value, part, change);
    },
    'mix-even'(_, { store: { listening } }) {
      listening.mix.value = evenMix;
    },
    'leave-out'({ cause, isLeftOut }, { store: { listening } }) {
      listening.leftOut.value = leaveOut(listening.leftOut.value, cause, isLeftOut);
    },
    'choose-note'({ heard }, { store: { listening } }) {
      listening.chosen.value = heard;
    },
    output: ({ deviceId }, app) => app.later(loadOutputs, ({ chooseOutput }) => chooseOutput(app.store, deviceId, app.session?.listening)),
    'look-for-outputs': ({ ask }, { later, store }) => later(loadOutputs, ({ lookForOutputs }) => lookForOutputs(store, ask)),
  },
} satisfies Feature;
