import type { Welcome } from '../../../shared/room/messages.ts';
import type { Edit } from '../../../shared/universe/index.ts';
import { overwritten } from '../../../shared/universe/undo/index.ts';
import type { RoomConnection } from '../../net/room-client.ts';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { messageOf } from '../page/actions.ts';
import type { LiveDocument } from './live-document.ts';
import type { Playback } from './playback.ts';
import { startOf } from './run-origin.ts';
import type { WhileAway } from './while-away-later.ts';

interface FollowedRunOptions {
  store: Store;
  room: RoomConnection;
  live: LiveDocument;
  playback: Pick<Playback, 'engine' | 'checkpoints'>;
  whileAway: WhileAway;
}

/** The run of the room that this page follows: its start here, and the messages that wait for it. */
export class FollowedRun {
  readonly #options: FollowedRunOptions;
  #epoch: number | null = null;
  /** Resolves when the run has begun: messages wait for its snapshot. */
  #begun: Promise<void> = Promise.resolve();
  #memberId = '';

  constructor(options: FollowedRunOptions) {
    this.#options = options;
  }

  /** The id of the user's own member, since the last welcome. */
  get memberId(): string {
    return this.#memberId;
  }

  /** Returns the last edit that the room need not send again; null if there is none. */
  known(): { epoch: number; sequence: number } | null {
    return this.#epoch === null ? null : { epoch: this.#epoch, sequence: this.#options.live.run.lastSequence };
  }

  /** Discards the state: the next welcome starts over. */
  forget(): void {
    this.#epoch = null;
  }

  /** Begins the run of a welcome, or continues the known one. */
  welcome(welcome: Welcome): void {
    const unconfirmed = this.#options.room.pendingEdits();
    this.#begun = this.#begun
      .then(() => this.#begin(welcome, unconfirmed))
      .catch((error: unknown) => {
        // Later messages are not blocked, and the next welcome starts over.
        this.forget();
        showToast(this.#options.store, 'error', messageOf(error));
      });
  }

  /** Calls `act` once the run has begun, in the order of the calls. */
  after(act: () => void): void {
    void this.#begun.then(act);
  }

  async #begin(welcome: Welcome, unconfirmed: readonly Edit[]): Promise<void> {
    const { store, room, live, playback, whileAway } = this.#options;
    const { engine, checkpoints } = playback;
    const isSameRun = this.#epoch === welcome.epoch;
    const known = this.#epoch === null ? null : live.run.document;
    this.#memberId = welcome.memberId;
    store.playing.value = welcome.playing;
    const view = store.universe.value;
    if (view) store.universe.value = { ...view, ...welcome.universe, role: welcome.role };
    if (isSameRun) {
      const missed = live.run.newOf(welcome.edits);
      live.take(missed);
      engine.applyEdits(missed);
      engine.confirm(welcome.tick, welcome.playing);
    } else {
      this.#epoch = welcome.epoch;
      checkpoints.clear();
      live.forgetUndo();
      engine.start(await startOf(welcome, { run: live.run, room, checkpoints }));
    }
    if (known) whileAway.tell(overwritten(known, live.run.document, unconfirmed, live.tick), live.edit);
    live.show();
  }
}
