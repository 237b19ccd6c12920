import type { RouteBody } from '../../../../shared/api/contract/contract.ts';
import type { CollaboratorAct } from '../../../store/collaborators.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    share: { patch: RouteBody<'updateUniverse'> };
    /** Actions on the collaborators of the open universe. */
    collaborators: { act: CollaboratorAct };
    remix: object;
  }
}

declare module '../../../store/panels.ts' {
  interface Dialogs {
    share: true;
  }
}

const loadActs = () => import('./own-acts.ts');

/** Collaborators of the open universe, its description, and remixes. */
export const sharingFeature = {
  name: 'sharing',
  dialogs: [{ name: 'share', render: (store) => html`<hu-share-dialog .store=${store}></hu-share-dialog>` }],
  menu: [{ order: 60, icon: 'remix', label: 'Remix', intent: { kind: 'remix' } }],
  intents: {
    share: ({ patch }, { later, store }) => later(loadActs, ({ share }) => share(store, patch)),
    collaborators: ({ act }, { later, store, go }) =>
      later(
        () => import('./collaborators.ts'),
        ({ actOnCollaborators }) => actOnCollaborators(store, act, () => go('/')),
      ),
    remix: (_, { later, store, go }) => later(loadActs, ({ remix }) => remix(store, go)),
  },
  shortcuts: [{ key: 's', cap: 'S', does: 'Share', intent: () => ({ kind: 'dialog', dialog: 'share' }) }],
} satisfies Feature;
