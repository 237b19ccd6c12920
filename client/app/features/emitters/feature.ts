import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    select: { id: string | null };
    /** Moves an emitter or a well to a place on the screen. */
    move: { id: string; x: number; y: number };
  }
}

declare module '../../../store/panels.ts' {
  interface Panels {
    emitters: true;
  }
}

/** Emitters and wells: their panel, and their handles on the stage. */
export const emittersFeature = {
  name: 'emitters',
  panels: [
    {
      name: 'emitters',
      title: 'Emitters and wells',
      hue: 'physics',
      tab: { icon: 'sparkles', label: 'Objects' },
      render: (store) => html`<hu-emitters-panel .store=${store}></hu-emitters-panel>`,
    },
  ],
  intents: {
    select({ id }, { store }) {
      store.selected.value = id;
      if (id !== null) store.panel.value = 'emitters';
    },
    move: ({ id, x, y }, { session }) => session?.moveEntity(id, x, y),
  },
} satisfies Feature;
