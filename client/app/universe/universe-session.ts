import type { UniverseDetail } from '../../../shared/api/contract.ts';
import { groupOf } from '../../../shared/parameters/index.ts';
import type { EditsMessage, Welcome } from '../../../shared/room/messages.ts';
import { applyEdit, type Edit, type LoggedEdit, refuseEdit } from '../../../shared/universe/index.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import type { Point } from '../../gpu/index.ts';
import { joinRoom, type RoomClient } from '../../net/room-client.ts';
import { uploadSnapshot } from '../../net/snapshots.ts';
import { type Direction, overwritten } from '../../../shared/universe/undo/index.ts';
import { clearUniverse, type Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { say } from '../../words/words.ts';
import { messageOf } from '../page/actions.ts';
import { moveOf } from './move-thing.ts';
import { createListening, type Listening } from '../sound/listening.ts';
import { createCheckpoints } from '../features/recording/checkpoints.ts';
import { createRecordingDesk, type RecordingDesk } from '../features/recording/recording-desk.ts';
import { createRunLog } from './run-log.ts';
import { originAt, startOf } from './run-origin.ts';
import { poseLater } from '../posing/pose-later.ts';
import { createHands, type Hands } from '../features/hands/hands.ts';
import { wordsOfRefusal } from './session-words.ts';
import { createRenewal } from './renewal.ts';
import { createSound, type Sound } from '../sound/sound.ts';
import { showState } from './show-state.ts';
import { createStaging } from './staging.ts';
import { type Together, togetherLater } from '../features/members/together-later.ts';
import { askedQuality } from '../picture/wanted-quality.ts';
import { createStage, type Stage } from '../stage/stage.ts';
import { tellOfSimulation } from '../page/troubles.ts';
import { createUndoing } from './undoing.ts';
import { tellOverwritten } from './while-away.ts';
import { wantedThreads } from './wanted-threads.ts';
import { type Cover, uncovered } from '../../common/cover.ts';

/** One open universe: its room, its simulation, its picture and its sound. */
export interface UniverseSession {
  edit(edit: Edit): void;
  reverse(direction: Direction): void;
  transport(playing: boolean): void;
  /** What of the interface covers the edges of the stage. */
  coverBy(cover: Cover): void;
  /** Moves an emitter or a well to a place on the screen. */
  moveThing(id: string, x: number, y: number): void;
  /** The place under a point of the screen. */
  placeAt(x: number, y: number): Point;
  /** Turns the view to a place. */
  lookAt(point: Point): void;
  readonly sound: Sound;
  readonly listening: Listening;
  readonly recordings: RecordingDesk;
  readonly hands: Hands;
  readonly together: Together;
  readonly engine: Engine;
  readonly room: RoomClient;
  /** Confirmed edits of the present run. */
  readonly log: readonly LoggedEdit[];
  close(): void;
}

interface SessionOptions {
  store: Store;
  host: HTMLElement;
  detail: UniverseDetail;
  watching: boolean;
  /** Somebody has said something of the universe. */
  talked: () => void;
}

export function openUniverse({ store, host, detail, watching, talked }: SessionOptions): UniverseSession {
  clearUniverse(store);
  const { id, name, description, tags, revision, templateId, isPublic, linkRole, role, ...shown } = detail;
  const roleAtFirst = watching ? 'spectator' : role === 'anonymous' ? linkRole : role;
  const { isFavourite, favouriteCount, commentCount, openThreads, rating, forkedFrom, putForward } = shown;
  const standing = { isFavourite, favouriteCount, commentCount, openThreads, rating, forkedFrom, putForward };
  store.universe.value = { id, name, description, tags, revision, templateId, isPublic, linkRole, ...standing, role: roleAtFirst };
  // Where something is put forward, its panel is the one that is open first.
  if (putForward.length > 0 && store.panel.value !== null) store.panel.value = groupOf(putForward[0]!);
  const staging = createStaging(store);
  staging.show(detail.document);

  let epoch: number | null = null;
  let memberId = '';
  const renewal = createRenewal(store);
  const sound = createSound(store);
  const listening = createListening(store, sound);

  /** What the room has confirmed, with what it has not yet laid over it: one's own hand is answered at once. */
  const showDocument = () => {
    let shown = run.document;
    for (const edit of room.pendingEdits()) if (!refuseEdit(shown, edit)) shown = applyEdit(shown, edit, staging.tick);
    staging.show(shown);
  };

  const undoing = createUndoing(
    store,
    {
      edit(edit, reversal) {
        room.edit(edit, reversal);
        posing.edited(edit);
      },
      pendingEdits: () => room.pendingEdits(),
    },
    () => ({ document: run.document, tick: staging.tick }),
  );
  const run = createRunLog(detail.document, undoing.observe);

  const engine = createEngine(
    {
      frames: (memory) => stage.showFrames(memory),
      notes: (events) => {
        sound.play(listening.hear(events));
        hands.play(events);
      },
      swarm: (records) => sound.hum(records),
      pulse: (scalars) => {
        staging.follow(scalars);
        sound.update(store.document.value.parameters, scalars);
      },
      hash: (tick, hash) => room.reportHash(tick, hash),
      need: (needMs) => room.needs(needMs),
      lag: (lagSeconds) => {
        store.picture.value = { ...store.picture.value, lagSeconds };
      },
      ...tellOfSimulation(store),
    },
    wantedThreads(),
  );

  const checkpoints = createCheckpoints(() => engine.snapshot());

  const begin = async (welcome: Welcome, unconfirmed: readonly Edit[]) => {
    const isSameRun = epoch === welcome.epoch;
    const known = epoch === null ? null : run.document;
    memberId = welcome.memberId;
    store.playing.value = welcome.playing;
    const view = store.universe.value;
    if (view) store.universe.value = { ...view, ...welcome.universe, role: welcome.role };
    // Whoever was away may have missed what was said.
    talked();
    if (isSameRun) {
      const missed = run.newOf(welcome.edits);
      run.take(missed);
      engine.applyEdits(missed);
      engine.confirm(welcome.tick, welcome.playing);
    } else {
      epoch = welcome.epoch;
      checkpoints.clear();
      undoing.forget();
      engine.start(await startOf(welcome, { run, room, checkpoints }));
    }
    if (known) tellOverwritten(store, overwritten(known, run.document, unconfirmed, staging.tick), edit);
    showDocument();
  };

  /** Messages wait for a begin that waits for its snapshot. */
  let begun: Promise<void> = Promise.resolve();
  const afterBegin = (act: () => void) => void begun.then(act);

  const room: RoomClient = joinRoom(
    { universeId: id, as: watching ? 'spectate' : 'edit' },
    {
      known: () => (epoch === null ? null : { epoch, sequence: run.lastSequence }),
      welcome: (welcome) => {
        const unconfirmed = room.pendingEdits();
        begun = begun
          .then(() => begin(welcome, unconfirmed))
          .catch((error: unknown) => {
            // What follows is not held up by it, and the next welcome begins anew.
            epoch = null;
            showToast(store, 'error', messageOf(error));
          });
      },
      edits: ({ edits }: EditsMessage, origins) =>
        afterBegin(() => {
          run.take(edits, origins);
          engine.applyEdits(edits);
          undoing.settle();
          showDocument();
        }),
      confirm: ({ tick, playing }) =>
        afterBegin(() => {
          engine.confirm(tick, playing);
          if (store.playing.value === playing) return;
          store.playing.value = playing;
          sound.setPlaying(playing);
        }),
      acknowledged: () =>
        afterBegin(() => {
          undoing.settle();
          showDocument();
        }),
      refused: ({ error }) => {
        if (error.issues[0]?.path === 'hash') {
          // Our state differs from everybody else's: begin again from theirs.
          epoch = null;
          room.resync();
          return;
        }
        showToast(store, 'error', wordsOfRefusal(error));
        afterBegin(() => {
          undoing.settle();
          showDocument();
        });
      },
      state: (state) => showState(store, state, memberId),
      status: (status, message) => {
        store.connection.value = { status, message };
        if (status === 'online') renewal.tell(message === '');
      },
      identify: renewal.identify,
      time: (answer) => engine.time(answer),
      presence: (message) => together.hear(message),
      talk: (counts) => {
        if (store.universe.value) store.universe.value = { ...store.universe.value, ...counts };
        talked();
      },
      snapshotRequest: ({ url, tick }) => afterBegin(() => void engine.snapshot(tick).then((taken) => uploadSnapshot(url, taken))),
      hashRequest: ({ tick }) => afterBegin(() => void engine.hashAt(tick)),
    },
  );

  const stage: Stage = createStage({
    store,
    host,
    giveBack: (buffer) => engine.giveBack(buffer),
    readOut: (scalars) => {
      store.scalars.value = scalars;
      checkpoints.observe(scalars.tick);
      sound.readOut();
    },
    pointAt: (point) => together.pointAt(point),
    moved: () => together.moved(),
  });
  const together: Together = togetherLater({ store, room, stage });

  const posing = poseLater({ store, universeId: id, hasPicture: detail.thumbnail !== null, shoot: () => stage.shoot() });

  const edit = (change: Edit) => {
    if (!store.canEdit.value) {
      showToast(store, 'info', say('You are watching. Remix this universe to play with a copy of your own.'));
      return;
    }
    room.edit(change);
    posing.edited(change);
    showDocument();
  };

  const recordings = createRecordingDesk(store, () => ({
    name: store.universe.value?.name ?? name,
    originAt: (tick) => originAt(tick, { run, room, checkpoints }),
    threads: wantedThreads(),
    // Nothing covers the edges of a video.
    camera: { ...stage.camera, cover: uncovered },
    quality: askedQuality() ?? 1,
    reducedMotion: store.isMotionReduced.value,
  }));
  const hands = createHands({ store, edit, drive: (bands) => stage.drive(bands) });

  return {
    edit,
    reverse(direction) {
      if (!store.canEdit.value) return;
      undoing.reverse(direction);
      showDocument();
    },
    transport: (playing) => room.transport(playing),
    coverBy: (cover) => stage.coverBy(cover),
    placeAt: (x, y) => stage.placeAt(x, y),
    lookAt: (point) => stage.lookAt(point),
    moveThing(thingId, x, y) {
      const change = moveOf(store.document.value, thingId, (at) => stage.placeAt(x, y, at));
      if (change) edit(change);
    },
    sound,
    listening,
    recordings,
    hands,
    together,
    engine,
    room,
    get log() {
      return run.edits;
    },
    close() {
      posing.dispose();
      together.dispose();
      recordings.dispose();
      hands.dispose();
      room.close();
      stage.dispose();
      engine.dispose();
      listening.dispose();
      sound.dispose();
      host.replaceChildren();
    },
  };
}
