import type { UniverseDetail } from '../../shared/api/contract.ts';
import type { EditsMessage, Welcome } from '../../shared/room/messages.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import { applyEdit, type Edit, type LoggedEdit, refuseEdit, type UniverseDocument } from '../../shared/universe/index.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { threadsFor } from '../engine/step-crew.ts';
import { type Cover, uncovered } from '../gpu/index.ts';
import { joinRoom, type RoomClient } from '../net/room-client.ts';
import { uploadSnapshot, downloadSnapshot } from '../net/snapshots.ts';
import { clearUniverse, type MemberView, showToast, type Store, type Touch } from '../store/store.ts';
import { createListening, type Listening } from './listening.ts';
import { createCheckpoints } from './recording/checkpoints.ts';
import { createRecordingDesk, type RecordingDesk } from './recording/recording-desk.ts';
import { createHands, type Hands } from './hands/hands.ts';
import { createSound, type Sound } from './sound.ts';
import { createStage, type Stage, wantedQuality } from './stage.ts';

/** One open universe: its room, its simulation, its picture and its sound. */
export interface UniverseSession {
  edit(edit: Edit): void;
  transport(playing: boolean): void;
  touch(key: string): void;
  /** What of the interface covers the edges of the stage. */
  coverBy(cover: Cover): void;
  /** Moves an emitter or a well to a place on the screen. */
  moveThing(id: string, x: number, y: number): void;
  readonly sound: Sound;
  readonly listening: Listening;
  readonly recordings: RecordingDesk;
  readonly hands: Hands;
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
}

export function openUniverse({ store, host, detail, watching }: SessionOptions): UniverseSession {
  clearUniverse(store);
  const { id, name, description, templateId, isPublic, linkRole, isMine } = detail;
  const roleAtFirst = watching ? 'spectator' : isMine ? 'owner' : linkRole;
  store.universe.value = { id, name, description, templateId, isPublic, linkRole, role: roleAtFirst };
  store.document.value = detail.document;

  let confirmed: UniverseDocument = detail.document;
  let epoch: number | null = null;
  let memberId = '';
  let editing = '';
  let lastSequence = 0;
  let log: LoggedEdit[] = [];
  /** What the present run began with, at tick 0. */
  let runDocument: UniverseDocument = detail.document;
  const sound = createSound(store);
  const listening = createListening(store, sound);

  /** What the room has confirmed, with what it has not yet laid over it: one's own hand is answered at once. */
  const showDocument = () => {
    let shown = confirmed;
    for (const edit of room.pendingEdits()) if (!refuseEdit(shown, edit)) shown = applyEdit(shown, edit);
    store.document.value = shown;
  };

  const confirmEdits = (edits: readonly LoggedEdit[]) => {
    for (const { edit, sequence, tick } of edits) {
      if (sequence <= lastSequence) continue;
      lastSequence = sequence;
      log.push({ sequence, tick, edit });
      if (!refuseEdit(confirmed, edit)) confirmed = applyEdit(confirmed, edit);
    }
  };

  const engine = createEngine(
    {
      frames: (memory) => stage.showFrames(memory),
      notes: (events) => {
        sound.play(listening.hear(events));
        hands.play(events);
      },
      swarm: (records) => sound.hum(records),
      pulse: (scalars) => sound.update(store.document.value.parameters, scalars),
      hash: (tick, hash) => room.reportHash(tick, hash),
      lag: (lagSeconds) => {
        store.picture.value = { ...store.picture.value, lagSeconds };
      },
      failed: (message, recovered) => {
        showToast(store, 'error', recovered ? 'The simulation stopped and was begun again.' : `The simulation stopped: ${message}`);
      },
    },
    wantedThreads(),
  );

  const checkpoints = createCheckpoints(() => engine.snapshot());

  const begin = async (welcome: Welcome) => {
    const isSameRun = epoch === welcome.epoch;
    memberId = welcome.memberId;
    store.playing.value = welcome.playing;
    const view = store.universe.value;
    if (view) store.universe.value = { ...view, ...welcome.universe, role: welcome.role };
    if (isSameRun) {
      const missed = welcome.edits.filter((edit) => edit.sequence > lastSequence);
      confirmEdits(missed);
      engine.applyEdits(missed);
      engine.confirm(welcome.tick, welcome.playing);
    } else {
      epoch = welcome.epoch;
      confirmed = welcome.document;
      runDocument = welcome.document;
      checkpoints.clear();
      lastSequence = 0;
      log = [];
      confirmEdits(welcome.edits);
      const { document, edits, tick, playing } = welcome;
      const snapshot = welcome.snapshot && (await downloadSnapshot(welcome.snapshot));
      if (snapshot) checkpoints.add({ ...welcome.snapshot!, bytes: snapshot });
      engine.start({
        document,
        snapshot,
        edits: snapshot ? edits.filter((edit) => edit.sequence > welcome.snapshot!.sequence) : edits,
        tick,
        playing,
      });
    }
    showDocument();
  };

  /** Messages wait for a begin that waits for its snapshot. */
  let begun: Promise<void> = Promise.resolve();
  const afterBegin = (act: () => void) => void begun.then(act);

  const room: RoomClient = joinRoom(
    { universeId: id, as: watching ? 'spectate' : 'edit' },
    {
      welcome: (welcome) => {
        begun = begun.then(() => begin(welcome));
      },
      edits: ({ edits }: EditsMessage) =>
        afterBegin(() => {
          confirmEdits(edits);
          engine.applyEdits(edits);
          showDocument();
        }),
      confirm: ({ tick, playing }) =>
        afterBegin(() => {
          engine.confirm(tick, playing);
          if (store.playing.value === playing) return;
          store.playing.value = playing;
          sound.setPlaying(playing);
        }),
      acknowledged: () => afterBegin(showDocument),
      refused: ({ error }) => {
        const issue = error.issues[0];
        if (issue?.path === 'hash') {
          // Our state differs from everybody else's: begin again from theirs.
          epoch = null;
          room.resync();
          return;
        }
        showToast(store, 'error', issue ? `${error.message} (${issue.path}: ${issue.rule})` : error.message);
        afterBegin(showDocument);
      },
      state: (state) => showState(store, state, memberId),
      status: (status, message) => {
        store.connection.value = { status, message };
      },
      snapshotRequest: ({ url }) => {
        void engine.snapshot().then((snapshot) => uploadSnapshot(url, snapshot));
      },
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
    pointAt: (point) => {
      const [x, y, z] = point ?? [0, 0, 0];
      room.cursor({ x, y, z, visible: point !== null, editing });
    },
  });

  const edit = (change: Edit) => {
    if (!store.canEdit.value) {
      showToast(store, 'info', 'You are watching. Remix this universe to play with a copy of your own.');
      return;
    }
    room.edit(change);
    showDocument();
  };

  const recordings = createRecordingDesk(store, () => ({
    name: store.universe.value?.name ?? name,
    originAt(tick) {
      const checkpoint = checkpoints.before(tick);
      const edits = checkpoint ? log.filter(({ sequence }) => sequence > checkpoint.sequence) : log;
      return { document: runDocument, snapshot: checkpoint && checkpoint.bytes, edits };
    },
    threads: wantedThreads(),
    // Nothing covers the edges of a video.
    camera: { ...stage.camera, cover: uncovered },
    quality: wantedQuality() ?? 1,
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
  }));
  const hands = createHands({ store, edit, drive: (bands) => stage.drive(bands) });

  return {
    edit,
    transport: (playing) => room.transport(playing),
    touch(key) {
      editing = key;
      room.cursor({ x: 0, y: 0, z: 0, visible: false, editing });
    },
    coverBy: (cover) => stage.coverBy(cover),
    moveThing(thingId, x, y) {
      const { emitters, wells } = store.document.value;
      const emitter = emitters.find((entry) => entry.id === thingId);
      const thing = emitter ?? wells.find((entry) => entry.id === thingId);
      if (!thing) return;
      const [px, py, pz] = stage
        .placeAt(x, y, [thing.x, thing.y, thing.z])
        .map((value) => Math.max(-200, Math.min(200, Math.round(value * 10) / 10)));
      const values = { x: px, y: py, z: pz };
      edit(emitter ? { kind: 'emitter.set', id: thingId, values } : { kind: 'well.set', id: thingId, values });
    },
    sound,
    listening,
    recordings,
    hands,
    engine,
    room,
    get log() {
      return log;
    },
    close() {
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

/** Threads for the simulation: what somebody has asked for, as for a measurement, else what the device has to spare. */
function wantedThreads(): number {
  const wanted = Number.parseInt(localStorage.getItem('harmonic.threads') ?? '', 10);
  return wanted >= 1 && wanted <= 8 ? wanted : threadsFor(navigator.hardwareConcurrency);
}

/** Members and who moved what, from the shared state of the room. */
function showState(store: Store, state: UniverseState, memberId: string): void {
  const members: MemberView[] = [];
  state.members.forEach((member) => {
    const { id, name, colour, role, x, y, z, visible, editing, connected } = member;
    if (connected) members.push({ id, name, colour, role, isMe: id === memberId, cursor: visible ? { x, y, z } : null, editing });
  });
  store.members.value = members;
  const touches: Record<string, Touch> = {};
  state.editedBy.forEach((touch, key) => {
    touches[key] = { name: touch.memberId === memberId ? 'you' : touch.name, colour: touch.colour };
  });
  store.touches.value = touches;
}
