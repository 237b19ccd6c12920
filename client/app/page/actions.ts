import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { sayRefusal } from '../../words/refusal.ts';
import { say } from '../../words/words.ts';

/** The messages of Chromium, Firefox and WebKit for a module that can't be imported: with a URL, for programs. */
const unfetchedPart = /dynamically imported module|importing a module script failed/i;

/** Whether an error says that a part of the page can't be fetched. */
export const isUnfetched = (error: unknown): error is Error => error instanceof Error && unfetchedPart.test(error.message);

/** Returns the text of an error for the user, in the interface language. */
export function messageOf(error: unknown): string {
  if (isUnfetched(error)) return say('A part of the page could not be loaded. Check the connection and reload the page.');
  return sayRefusal(error instanceof Error ? error : { message: String(error) });
}

export async function toggleFullScreen(store: Store): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    showToast(store, 'info', say('This browser does not allow full screen.'));
  }
}

export async function copyText(store: Store, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast(store, 'info', say('Copied'));
  } catch {
    showToast(store, 'error', say('This could not be copied. Select it and copy it manually.'));
  }
}
