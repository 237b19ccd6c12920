import type { LockGroup } from '../../shared/universe/index.ts';
import type { Store } from './store.ts';

/** Whether a group is locked by the owner and the user is not the owner. */
export function isLocked({ locks, universe }: Store, group: LockGroup): boolean {
  return locks.value.includes(group) && universe.value?.role !== 'owner';
}

/** Whether the user may change the parameters of a group. */
export function mayChange(store: Store, group: LockGroup): boolean {
  return store.canEdit.value && !isLocked(store, group);
}
