import { effect } from '@preact/signals-core';
import type { View, ViewMessage } from '../../../../shared/room/presence.ts';
import { showToast } from '../../../store/toasts.ts';
import { say } from '../../../words/words.ts';
import type { PresenceOptions } from './presence-options.ts';
import { sendOwnView } from './view-sender.ts';

/** Shows the view of the member whom the user follows, and sends the user's view to their followers. */
export function createFollowing({ store, room, stage }: PresenceOptions) {
  const stopSending = sendOwnView({ store, room, stage });

  const isSpectator = () => store.universe.value?.role === 'spectator';
  /** A spectator sees what is presented, until they look away. */
  const isLed = () => store.presenter.value !== '' && isSpectator() && !store.looksAway.value && store.following.value === '';

  const follow = (memberId: string) => {
    if (store.following.value === memberId) return;
    store.following.value = memberId;
    room.say('follow', { memberId });
    if (memberId === '') stage.showView(null);
  };

  /** The last view that was presented: there may be no other for a while. */
  let presented: View | null = null;
  const stopLeading = effect(() => {
    if (store.presenter.value !== '') return;
    presented = null;
    store.looksAway.value = false;
    if (store.following.peek() === '') stage.showView(null);
  });

  const stopFollowing = effect(() => {
    const members = store.members.value;
    const leader = store.following.peek();
    if (leader === '' || members.length === 0 || members.some(({ id }) => id === leader)) return;
    follow('');
    showToast(store, 'info', say('The member that you followed has left.'));
  });

  // To the room, a user who returns is a new member.
  const stopReturning = effect(() => {
    const memberId = store.following.peek();
    if (store.connection.value.status === 'online' && memberId !== '') room.say('follow', { memberId });
  });

  return {
    follow,
    /** The user has moved the camera: from here on they look for themselves. */
    moved(): void {
      if (isLed()) store.looksAway.value = true;
      follow('');
    },
    lookAway(): void {
      store.looksAway.value = true;
      stage.showView(null);
    },
    back(): void {
      store.looksAway.value = false;
      follow('');
      if (presented) stage.showView(presented);
    },
    hear({ memberId, view }: ViewMessage): void {
      if (memberId === store.presenter.value) presented = view;
      if (memberId === store.following.value || (memberId === store.presenter.value && isLed())) stage.showView(view);
    },
    dispose(): void {
      stopSending();
      stopFollowing();
      stopReturning();
      stopLeading();
    },
  };
}
