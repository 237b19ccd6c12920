import { callApi } from '../../../net/api-client.ts';
import { noServerStatus } from '../../../store/server-status.ts';
import type { Store } from '../../../store/store.ts';
import { messageOf } from '../../page/actions.ts';

/** As often as the server has something new to tell. */
const readMs = 10_000;

/** Reads how the server is doing, again and again while its page is open and visible. */
export async function watchServer(store: Store, isCurrent: () => boolean): Promise<void> {
  store.serverStatus.value = noServerStatus;
  store.me.value ??= await callApi('getMe', {});
  while (isCurrent()) {
    if (document.visibilityState === 'visible') await readStatus(store);
    await new Promise((resolve) => setTimeout(resolve, readMs));
  }
}

/** Reads once. A failure leaves the last reading. */
async function readStatus({ serverStatus }: Store): Promise<void> {
  try {
    serverStatus.value = { status: 'ready', message: '', read: await callApi('getServerStatus', {}) };
  } catch (error) {
    serverStatus.value = { ...serverStatus.value, status: 'failed', message: messageOf(error) };
  }
}
