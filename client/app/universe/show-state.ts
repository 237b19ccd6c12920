import type { UniverseState } from '../../../shared/room/state.ts';
import type { MemberView, Store, Touch } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { say } from '../../words/words.ts';

/** Updates members, locks and touched controls from the shared state of the room. */
export function showState(store: Store, state: UniverseState, memberId: string): void {
  const members: MemberView[] = [];
  state.members.forEach((member) => {
    const { id, name, colour, role, editing, selected, attention, following, raised, muted, connected } = member;
    if (connected) members.push({ id, name, colour, role, isMe: id === memberId, editing, selected, attention, following, raised, muted });
  });
  showOwnRole(store, members);
  store.members.value = members;
  if (store.locks.value.join() !== [...state.locks].join()) store.locks.value = [...state.locks];
  store.presenter.value = state.presenterId;
  store.spectatorsWrite.value = state.spectatorsWrite;
  const touches: Record<string, Touch> = {};
  state.editedBy.forEach((touch, key) => {
    touches[key] = { name: touch.memberId === memberId ? say('you') : touch.name, colour: touch.colour };
  });
  store.touches.value = touches;
}

/** Updates the user's own role, which may change during the visit. */
function showOwnRole(store: Store, members: readonly MemberView[]): void {
  const isMe = (member: MemberView) => member.isMe;
  const before = store.members.value.find(isMe);
  const now = members.find(isMe);
  if (!now || !before || now.role === before.role || !store.universe.value) return;
  store.universe.value = { ...store.universe.value, role: now.role };
  showToast(store, 'info', say(now.role === 'editor' ? 'You can edit now.' : 'You can only watch now.'));
}
