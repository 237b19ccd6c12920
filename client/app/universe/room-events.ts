import { markPage, pageMarks } from '../../common/page-marks.ts';
import type { RoomConnection } from '../../net/room-client.ts';
import type { RoomEvents } from '../../net/room-events.ts';
import { uploadSnapshot } from '../../net/snapshots.ts';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import type { PresenceSession } from '../features/members/presence-later.ts';
import { FollowedRun } from './followed-run.ts';
import type { LiveDocument } from './live-document.ts';
import type { Playback } from './playback.ts';
import { createRenewal } from './renewal.ts';
import { wordsOfRefusal } from './session-words.ts';
import { showState } from './show-state.ts';
import type { WhileAway } from './while-away-later.ts';

interface RoomEventsOptions {
  store: Store;
  room: RoomConnection;
  live: LiveDocument;
  playback: Playback;
  presence: PresenceSession;
  whileAway: WhileAway;
  /** Comments may have changed. */
  commentsChanged: () => void;
}

/** Handles each message of the room of an open universe. */
export function roomEventsOf({ commentsChanged, presence, ...parts }: RoomEventsOptions): RoomEvents {
  const { store, room, live, playback } = parts;
  const { engine, sound } = playback;
  const renewal = createRenewal(store);
  const run = new FollowedRun(parts);

  return {
    known: () => run.known(),
    welcome(welcome) {
      run.welcome(welcome);
      // Comments may have been missed while the page was away.
      commentsChanged();
    },
    edits: ({ edits }, origins) =>
      run.after(() => {
        live.take(edits, origins);
        engine.applyEdits(edits);
        live.settle();
      }),
    confirm: ({ tick, playing }) =>
      run.after(() => {
        engine.confirm(tick, playing);
        if (store.playing.value === playing) return;
        store.playing.value = playing;
        sound.setPlaying(playing);
      }),
    acknowledged: () => run.after(() => live.settle()),
    refused({ error }) {
      if (error.issues[0]?.path === 'hash') {
        // This page's state differs from all others: restart from theirs.
        markPage(pageMarks.divergence);
        run.forget();
        room.resync();
        return;
      }
      showToast(store, 'error', wordsOfRefusal(error));
      run.after(() => live.settle());
    },
    state: (state) => showState(store, state, run.memberId),
    status(status, message) {
      store.connection.value = { status, message };
      if (status === 'online') renewal.tell(message === '');
    },
    identify: renewal.identify,
    time: (answer) => engine.time(answer),
    presence: (message) => presence.hear(message),
    comments(counts) {
      if (store.universe.value) store.universe.value = { ...store.universe.value, ...counts };
      commentsChanged();
    },
    snapshotRequest: ({ url, tick }) => run.after(() => void engine.snapshot(tick).then((taken) => uploadSnapshot(url, taken))),
    hashRequest: ({ tick }) => run.after(() => void engine.hashAt(tick)),
  };
}
