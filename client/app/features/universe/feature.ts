import { AppError } from '../../../../shared/api/errors.ts';
import type { Cover } from '../../../common/cover.ts';
import { callApi } from '../../../net/api-client.ts';
import { universePath } from '../../../store/routes.ts';
import type { ClientApp, Feature } from '../../feature.ts';
import { ownStorage } from '../../page/own-storage.ts';
import { showTrouble } from '../../page/troubles.ts';
import { loadSession } from './load-session.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** The widths in CSS pixels that the interface covers at the edges of the stage. */
    cover: { cover: Cover };
    'without-picture': object;
    /** Closes the notice of a simpler picture, in this browser for good. */
    'notice.close': { notice: string };
  }
}

/** Returns the body that creates a universe from a template, or an empty one. */
const beginningOf = (templateId: string | null) => (templateId === null ? ({ empty: true } as const) : { templateId });

const closedNoticeKey = 'harmonic.closed-notice';

/** The last cover of the stage: it may be set before the universe is open. */
let lastCover: Cover | null = null;

/** Reloads comments after a change, if they are shown. */
const refreshComments = ({ store, act }: ClientApp) => {
  if (store.comments.value.status !== 'idle') act({ kind: 'comments', act: { kind: 'refresh' } });
};

/** The pages with an open universe, and those that lead to them. */
export const universeFeature = {
  name: 'universe',
  pages: {
    async open({ templateId }, { app, isCurrent }) {
      const [made] = await Promise.all([callApi('createUniverse', { body: beginningOf(templateId) }), loadSession()]);
      if (isCurrent()) app.go(universePath(made.id), true);
    },
    async invite(_, { app, isCurrent }) {
      const secret = location.hash.slice(1);
      const [{ id }] = await Promise.all([callApi('acceptInvitation', { body: { secret } }), loadSession()]);
      if (isCurrent()) app.go(universePath(id), true);
    },
    async universe({ id, watching }, { app, isCurrent }) {
      const { store, host } = app;
      const [me, detail, { openUniverse }] = await Promise.all([
        // Spectating creates no guest.
        watching ? store.me.value : callApi('getMe', {}),
        callApi('getUniverse', { params: { id } }),
        loadSession(),
      ]);
      if (!isCurrent()) return;
      store.me.value = me;
      store.closedNotice.value = ownStorage().getItem(closedNoticeKey);
      app.session = openUniverse({ store, host, detail, watching, commentsChanged: () => refreshComments(app) });
      if (lastCover) app.session.coverBy(lastCover);
      const comment = new URLSearchParams(location.search).get('comment');
      if (comment !== null) app.act({ kind: 'comments', act: { kind: 'choose', id: comment } });
    },
    async embed({ id }, { app, isCurrent }) {
      // An embedded universe creates no guest.
      const [detail, { openUniverse }] = await Promise.all([callApi('getUniverse', { params: { id } }), loadSession()]);
      if (!isCurrent()) return;
      if (!detail.isPublic) throw new AppError('not-found', 'There is no such universe.', { reason: 'no-universe' });
      app.session = openUniverse({ store: app.store, host: app.host, detail, watching: true, commentsChanged: () => {} });
    },
  },
  intents: {
    cover({ cover }, { session }) {
      lastCover = cover;
      session?.coverBy(cover);
    },
    'without-picture'(_, { store }) {
      store.isPictureWaived.value = true;
      showTrouble(store, 'picture', null);
    },
    'notice.close'({ notice }, { store }) {
      store.closedNotice.value = notice;
      ownStorage().setItem(closedNoticeKey, notice);
    },
  },
} satisfies Feature;
