import type { Store } from '../../store/store.ts';
import type { PagePart } from '../../store/trouble.ts';
import { showTrouble } from './troubles.ts';

const lookMs = 1000;
/** Checks in a row before a missing part is reported: each is a second of an active, visible page. */
const maxLooks = 9;

/** Returns the part that the page waits for; null if it is complete. `hasCode`: whether its code has arrived. */
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

/**
 * Reports a part that has not arrived within ten seconds, and updates the report as the page loads. Nothing is aborted. @returns a function
 * that stops it.
 */
export function watchOpening(store: Store, hasCode: () => boolean): () => void {
  let looks = 0;
  let told: PagePart | null = null;
  const timer = setInterval(() => {
    const part = awaitedPart(store, hasCode());
    looks = part === null ? 0 : looks + (document.hidden ? 0 : 1);
    const next = looks >= maxLooks ? part : null;
    if (told !== null && told !== next && store.troubles.value[told] === 'slow') showTrouble(store, told, null);
    if (next !== null && store.troubles.value[next] === undefined) showTrouble(store, next, 'slow');
    told = next;
  }, lookMs);
  return () => clearInterval(timer);
}
