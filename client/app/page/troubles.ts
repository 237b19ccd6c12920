import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { type PagePart, type Trouble, withTrouble } from '../../store/trouble.ts';
import { say } from '../../words/words.ts';

/** Shows that a part of the page is in trouble, or with null that it is not. */
export function showTrouble({ troubles }: Store, part: PagePart, trouble: Trouble | null): void {
  troubles.value = withTrouble(troubles.value, part, trouble);
}

/** A part has failed: also because what it is made of may be gone from the server. What programs say of it is for the console. */
export function tellFailed(store: Store, part: PagePart, message: string): void {
  console.warn(`${part}: ${message}`);
  showTrouble(store, part, 'failed');
  tellOutdated(store);
}

/** What an engine tells of itself. */
export const tellOfSimulation = (store: Store) => ({
  failed(message: string, recovered: boolean): void {
    if (recovered) showToast(store, 'error', say('The simulation stopped and was begun again.'));
    else tellFailed(store, 'simulation', message);
  },
  silent(isSilent: boolean): void {
    if (store.troubles.value.simulation !== 'failed') showTrouble(store, 'simulation', isSilent ? 'slow' : null);
  },
});

function tellOutdated(store: Store): void {
  isOutdated().then(
    (isIt) => isIt && showTrouble(store, 'page', 'outdated'),
    () => null,
  );
}

/** Whether the server has a newer page than this one: what this one is made of may be gone from it. */
async function isOutdated(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src');
  const response = await fetch('/', { cache: 'no-store' });
  return response.ok && own != null && !(await response.text()).includes(own);
}

/** Tells of parts of the page that can not be fetched because there is a newer page; of others whoever wanted them tells. */
export function followUnfetched(store: Store): void {
  addEventListener('vite:preloadError', () => tellOutdated(store));
}
