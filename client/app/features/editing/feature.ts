import type { Edit } from '../../../../shared/universe/index.ts';
import type { Direction } from '../../../../shared/universe/undo/index.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    edit: { edit: Edit };
    /** Undoes your own last change, or redoes it. */
    reverse: { direction: Direction };
  }
}

/** Edits the document of the open universe, with undo and redo. */
export const editingFeature = {
  name: 'editing',
  intents: {
    edit: ({ edit }, { session }) => session?.edit(edit),
    reverse: ({ direction }, { session }) => session?.reverse(direction),
  },
  menu: [
    {
      order: 40,
      icon: 'restart',
      label: 'Restart',
      bars: 'narrow',
      isShown: (store) => store.canEdit.value,
      intent: { kind: 'edit', edit: { kind: 'restart' } },
    },
  ],
  shortcuts: [
    { key: 'r', cap: 'R', does: 'Restart', intent: () => ({ kind: 'edit', edit: { kind: 'restart' } }) },
    {
      key: 'Mod+z',
      cap: 'Ctrl Z',
      does: 'Undo your last change',
      intent: () => ({ kind: 'reverse', direction: 'undo' }),
      worksInSettledFields: true,
    },
    {
      key: 'Mod+Shift+z',
      also: 'Ctrl+y',
      cap: 'Ctrl ⇧ Z',
      does: 'Redo your last change',
      intent: () => ({ kind: 'reverse', direction: 'redo' }),
      worksInSettledFields: true,
    },
  ],
} satisfies Feature;
