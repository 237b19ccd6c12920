import type { Store } from '../../store/store.ts';
import type { PagePart } from '../../store/trouble.ts';
import { showTrouble } from './troubles.ts';

const lookMs = 1000;
/** So many looks in a row at a universe that is not there yet are told of: each is a second of a page that is awake and seen. */
const mostLooks = 9;

/** What the page waits for; null when it is there. `hasCode`: whether what it is made of has come. */
export function awaitedPart(store: Store, hasCode: boolean): PagePart | null {
  const { route, gallery, universe, connection, isSeen, hasFrames } = store;
  if (!hasCode) return 'page';
  if (route.value.page === 'gallery') return gallery.value.status === 'loading' ? 'server' : null;
  const isOpening = ['open', 'invite', 'universe', 'embed'].includes(route.value.page);
  if (!isOpening || isSeen.value || connection.value.status === 'refused') return null;
  if (universe.value === null) return 'server';
  if (connection.value.status !== 'online') return 'room';
  if (!hasFrames.value) return 'simulation';
  return store.isPictureWaived.value ? null : 'picture';
}

/** Tells what a page waits for that has not come within ten seconds, and goes on telling as it comes further. Nothing is given up. Gives what ends it. */
export function watchOpening(store: Store, hasCode: () => boolean): () => void {
  let looks = 0;
  let told: PagePart | null = null;
  const timer = setInterval(() => {
    const part = awaitedPart(store, hasCode());
    looks = part === null ? 0 : looks + (document.hidden ? 0 : 1);
    const next = looks >= mostLooks ? part : null;
    if (told !== null && told !== next && store.troubles.value[told] === 'slow') showTrouble(store, told, null);
    if (next !== null && store.troubles.value[next] === undefined) showTrouble(store, next, 'slow');
    told = next;
  }, lookMs);
  return () => clearInterval(timer);
}
