import type { HistoryAct } from '../../../store/history.ts';
import { togglePanel } from '../../../ui/features.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Actions on the history of the open universe. */
    history: { act: HistoryAct };
  }
}

declare module '../../../store/panels.ts' {
  interface Panels {
    history: true;
  }
}

/** The history of the open universe: who changed what, and restoring it. */
export const historyFeature = {
  name: 'history',
  panels: [
    {
      name: 'history',
      title: 'History',
      hue: 'history',
      isFootless: true,
      render: (store) => html`<hu-history-panel .store=${store}></hu-history-panel>`,
    },
  ],
  menu: [{ order: 70, icon: 'history', label: 'History', intent: { kind: 'panel', panel: 'history' } }],
  intents: {
    history: ({ act }, { later, store, go }) =>
      later(
        () => import('./history.ts'),
        ({ actOnHistory }) => actOnHistory(store, act, go),
      ),
  },
  shortcuts: [
    { key: 'y', cap: 'Y', does: 'History: who changed what, and earlier states', intent: (store) => togglePanel(store, 'history') },
  ],
} satisfies Feature;
