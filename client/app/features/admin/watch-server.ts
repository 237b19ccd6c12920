import { AppError } from '../../../../shared/api/errors.ts';
import { callApi } from '../../../net/api-client.ts';
import { noServerStatus } from '../../../store/server-status.ts';
import type { Store } from '../../../store/store.ts';
import { messageOf } from '../../page/actions.ts';

/** As often as the server has something new to tell. */
const readMs = 10_000;

/** Reads how the server is doing, again and again while its page is open and visible, unless the user may not know. */
export async function watchServer(store: Store, isCurrent: () => boolean): Promise<void> {
  store.serverStatus.value = noServerStatus;
  store.me.value ??= await callApi('getMe', {});
  while (isCurrent()) {
    if (document.visibilityState === 'visible' && !(await readStatus(store))) return;
    await new Promise((resolve) => setTimeout(resolve, readMs));
  }
}

/** Reads once. A failure leaves the last reading. @returns false if the user is no administrator */
async function readStatus({ serverStatus }: Store): Promise<boolean> {
  try {
    serverStatus.value = { status: 'ready', message: '', read: await callApi('getServerStatus', {}) };
    return true;
  } catch (error) {
    serverStatus.value = { ...serverStatus.value, status: 'failed', message: messageOf(error) };
    return !(error instanceof AppError && error.code === 'not-allowed');
  }
}
