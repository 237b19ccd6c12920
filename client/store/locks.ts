import type { LockGroup } from '../../shared/universe/index.ts';
import type { Store } from './store.ts';

/** Whether the owner keeps a group to themselves, and one is not the owner. */
export function isLocked({ locks, universe }: Store, group: LockGroup): boolean {
  return locks.value.includes(group) && universe.value?.role !== 'owner';
}

/** Whether one may change what belongs to a group. */
export function mayChange(store: Store, group: LockGroup): boolean {
  return store.canEdit.value && !isLocked(store, group);
}
