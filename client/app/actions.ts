import type { Store } from '../store/store.ts';
import { showToast } from '../store/toasts.ts';

/** What an error says to a person. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export async function toggleFullScreen(store: Store): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    showToast(store, 'info', 'This browser does not give the full screen.');
  }
}

export async function copyText(store: Store, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast(store, 'info', 'Copied');
  } catch {
    showToast(store, 'error', 'This could not be copied; mark it and copy it by hand.');
  }
}
