import { markPage, pageMarks } from '../../common/page-marks.ts';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { type PagePart, type Trouble, withTrouble } from '../../store/trouble.ts';
import { say } from '../../words/words.ts';

/** Shows that a part of the page is in trouble; null clears it. */
export function showTrouble({ troubles }: Store, part: PagePart, trouble: Trouble | null): void {
  troubles.value = withTrouble(troubles.value, part, trouble);
}

/** Shows that a part has failed, and whether the page is outdated, which may be the cause. The message goes to the console only. */
export function tellFailed(store: Store, part: PagePart, message: string): void {
  console.warn(`${part}: ${message}`);
  showTrouble(store, part, 'failed');
  tellOutdated(store);
}

/** Handles the failures that an engine reports. */
export const tellOfSimulation = (store: Store) => ({
  failed(message: string, recovered: boolean): void {
    if (!recovered) return tellFailed(store, 'simulation', message);
    markPage(pageMarks.restart);
    showToast(store, 'error', say('The simulation stopped and was restarted.'));
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

/** Whether the server has a newer page than this one, whose files it may no longer have. */
async function isOutdated(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src');
  const response = await fetch('/', { cache: 'no-store' });
  return response.ok && own != null && !(await response.text()).includes(own);
}

/** Reports an outdated page when a part can not be fetched; other causes are reported by the caller that needed it. */
export function followUnfetched(store: Store): void {
  addEventListener('vite:preloadError', () => tellOutdated(store));
}
