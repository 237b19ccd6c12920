import type { Feature } from '../../feature.ts';

/** Closes what is open, the innermost first. */
export const escapeFeature = {
  name: 'escape',
  shortcuts: [
    {
      key: 'Escape',
      cap: 'Esc',
      does: 'Close or deselect',
      intent(store) {
        if (store.comments.value.isPlacing) return { kind: 'comments', act: { kind: 'aim', isPlacing: false } };
        if (!store.dialog.value && store.following.value) return { kind: 'presence', act: { kind: 'follow', memberId: '' } };
        return store.dialog.value ? { kind: 'dialog', dialog: null } : { kind: 'select', id: null };
      },
      leavesFields: true,
    },
  ],
} satisfies Feature;
