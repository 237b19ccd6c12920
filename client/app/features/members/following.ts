import { effect } from '@preact/signals-core';
import { cursorMs } from '../../../../shared/room/presence-rates.ts';
import type { View, ViewMessage } from '../../../../shared/room/presence.ts';
import type { CameraState } from '../../../gpu/index.ts';
import { showToast } from '../../../store/toasts.ts';
import { say } from '../../../words/words.ts';
import type { TogetherOptions } from './together-options.ts';

/** How a camera looks at the scene, in the form in which it travels. */
function viewOf({ azimuth, elevation, distance, target: [x, y, z] }: CameraState): View {
  const turn = 2 * Math.PI;
  return { azimuth: azimuth - turn * Math.round(azimuth / turn), elevation, distance, target: { x, y, z } };
}

/** Shows the view of whom one follows, and one's own to whoever follows. */
export function createFollowing({ store, room, stage }: TogetherOptions) {
  let timer: ReturnType<typeof setInterval> | undefined;
  let shown = '';

  /** A view travels only while somebody wants to see it, and only where it has changed. */
  const show = () => {
    const view = viewOf(stage.camera);
    const words = JSON.stringify(view);
    if (words === shown) return;
    shown = words;
    room.say('view', view);
  };

  const isSpectator = () => store.universe.value?.role === 'spectator';
  /** Who only watches sees what is presented, until they look for themselves. */
  const isLed = () => store.presenter.value !== '' && isSpectator() && !store.looksAway.value && store.following.value === '';

  const follow = (memberId: string) => {
    if (store.following.value === memberId) return;
    store.following.value = memberId;
    room.say('follow', { memberId });
    if (memberId === '') stage.showView(null);
  };

  /** The last that was presented: there may be no other for a while. */
  let presented: View | null = null;
  const stopLeading = effect(() => {
    if (store.presenter.value !== '') return;
    presented = null;
    store.looksAway.value = false;
    if (store.following.peek() === '') stage.showView(null);
  });

  let hasFollowers = 0;
  const stopWatching = effect(() => {
    const members = store.members.value;
    const me = members.find(({ isMe }) => isMe);
    const presents = me !== undefined && store.presenter.value === me.id;
    const followers = (me ? members.filter(({ following }) => following === me.id).length : 0) + (presents ? 1 : 0);
    if (followers === hasFollowers) return;
    hasFollowers = followers;
    clearInterval(timer);
    // Whoever has come now is shown it, also where it stands still.
    shown = '';
    if (followers > 0) timer = setInterval(show, cursorMs);
  });

  const stopFollowing = effect(() => {
    const members = store.members.value;
    const leader = store.following.peek();
    if (leader === '' || members.length === 0 || members.some(({ id }) => id === leader)) return;
    follow('');
    showToast(store, 'info', say('The member that you followed has left.'));
  });

  // To the room, whoever comes back is somebody new.
  const stopReturning = effect(() => {
    const memberId = store.following.peek();
    if (store.connection.value.status === 'online' && memberId !== '') room.say('follow', { memberId });
  });

  return {
    follow,
    /** One's own hand has moved the camera: from here on one looks for oneself. */
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
      clearInterval(timer);
      stopWatching();
      stopFollowing();
      stopReturning();
      stopLeading();
    },
  };
}
