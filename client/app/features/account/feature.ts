import type { AccountPage } from '../../../../shared/api/contract/pages.ts';
import type { Preferences } from '../../../../shared/api/accounts/preferences.ts';
import type { AccountAct } from '../../../store/account.ts';
import type { Feature, Visit } from '../../feature.ts';
import { cameFrom } from '../../page/door.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Actions on the user's account. */
    account: { act: AccountAct };
    'rename-me': { name: string };
    preferences: { chosen: Partial<Preferences> };
    'more-of-audit-log': object;
  }
}

const load = () => import('./later.ts');
const enter = async ({ page }: { page: AccountPage }, { app: { store, go } }: Visit) => (await load()).enterAccountPage(store, page, go);

/** The user's account: signing in, the settings, and the audit log. */
export const accountFeature = {
  name: 'account',
  pages: {
    'sign-in': enter,
    'sign-up': enter,
    'forgot-password': enter,
    'reset-password': enter,
    verify: enter,
    settings: enter,
    notifications: enter,
    from: async ({ provider }, { app: { store, go } }) => (await load()).comeBack(store, provider, go),
  },
  intents: {
    account: ({ act }, { later, store, go }) => later(load, ({ actOnAccount }) => actOnAccount(store, act, { from: cameFrom(), go })),
    'rename-me': ({ name }, app) => app.later(load, ({ renameMe }) => renameMe(app.store, name, (said) => app.session?.room.rename(said))),
    preferences: ({ chosen }, { later, store }) => later(load, ({ choosePreferences }) => choosePreferences(store, chosen)),
    'more-of-audit-log': (_, { later, store }) => later(load, ({ showMoreOfAuditLog }) => showMoreOfAuditLog(store)),
  },
} satisfies Feature;
