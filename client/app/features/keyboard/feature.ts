import { shortcutsOf } from '../../../ui/features.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../store/panels.ts' {
  interface Dialogs {
    shortcuts: true;
  }
}

/** The dialog that lists all shortcuts. */
export const keyboardFeature = {
  name: 'keyboard',
  dialogs: [
    {
      name: 'shortcuts',
      render: (store, features) => html`<hu-keyboard-dialog .store=${store} .shortcuts=${shortcutsOf(features)}></hu-keyboard-dialog>`,
    },
  ],
  menu: [{ order: 80, icon: 'keyboard', label: 'Keyboard (shortcuts)', bars: 'tablet', intent: { kind: 'dialog', dialog: 'shortcuts' } }],
  shortcuts: [
    {
      key: '?',
      cap: '?',
      does: 'Keyboard shortcuts',
      intent: (store) => ({ kind: 'dialog', dialog: store.dialog.value === 'shortcuts' ? null : 'shortcuts' }),
    },
  ],
} satisfies Feature;
