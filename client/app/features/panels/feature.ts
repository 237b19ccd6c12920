import { parameterGroups } from '../../../../shared/parameters/index.ts';
import type { DialogName, PanelName } from '../../../store/panels.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    panel: { panel: PanelName | null };
    dialog: { dialog: DialogName | null };
  }
}

/** Opens and closes panels and dialogs. */
export const panelsFeature = {
  name: 'panels',
  intents: {
    panel({ panel }, { store }) {
      store.panel.value = panel;
    },
    dialog({ dialog }, { store }) {
      store.dialog.value = dialog;
    },
  },
  shortcuts: [
    {
      key: 'h',
      cap: 'H',
      does: 'Show or hide the panels',
      intent: (store) => ({ kind: 'panel', panel: store.panel.value ? null : parameterGroups[0] }),
    },
  ],
} satisfies Feature;
