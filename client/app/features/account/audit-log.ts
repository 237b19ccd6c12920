import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { messageOf } from '../../page/actions.ts';

/** Loads the first page of the audit log. */
export async function showAuditLog(store: Store): Promise<void> {
  const { activity, next } = await callApi('listAuditLog', { query: {} });
  store.auditLog.value = { entries: activity, next, isFetchingMore: false };
}

export async function showMoreOfAuditLog(store: Store): Promise<void> {
  const shown = store.auditLog.value;
  if (!shown || shown.next === null || shown.isFetchingMore) return;
  store.auditLog.value = { ...shown, isFetchingMore: true };
  try {
    const { activity, next } = await callApi('listAuditLog', { query: { cursor: shown.next } });
    store.auditLog.value = { entries: [...shown.entries, ...activity], next, isFetchingMore: false };
  } catch (error) {
    store.auditLog.value = shown;
    showToast(store, 'error', messageOf(error));
  }
}
