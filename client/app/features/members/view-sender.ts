import { effect } from '@preact/signals-core';
import { cursorMs } from '../../../../shared/room/presence-rates.ts';
import type { View } from '../../../../shared/room/presence.ts';
import type { CameraState } from '../../../gpu/index.ts';
import type { PresenceOptions } from './presence-options.ts';

/** The view of a camera, in the form in which it is sent. */
function viewOf({ azimuth, elevation, distance, target: [x, y, z] }: CameraState): View {
  const turn = 2 * Math.PI;
  return { azimuth: azimuth - turn * Math.round(azimuth / turn), elevation, distance, target: { x, y, z } };
}

/** Sends the user's view where it has changed, while a member follows it or it is presented; returns the function that ends it. */
export function sendOwnView({ store, room, stage }: PresenceOptions): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  let sent = '';
  let followerCount = 0;

  const send = () => {
    const view = viewOf(stage.camera);
    const words = JSON.stringify(view);
    if (words === sent) return;
    sent = words;
    room.say('view', view);
  };

  const stop = effect(() => {
    const members = store.members.value;
    const me = members.find(({ isMe }) => isMe);
    const presents = me !== undefined && store.presenter.value === me.id;
    const followers = (me ? members.filter(({ following }) => following === me.id).length : 0) + (presents ? 1 : 0);
    if (followers === followerCount) return;
    followerCount = followers;
    clearInterval(timer);
    // A new follower is shown the view also where it rests.
    sent = '';
    if (followers > 0) timer = setInterval(send, cursorMs);
  });

  return () => {
    clearInterval(timer);
    stop();
  };
}
