import type { UniverseDetail } from '../../../shared/api/contract/contract.ts';
import { groupOf } from '../../../shared/parameters/index.ts';
import type { Edit, LoggedEdit } from '../../../shared/universe/index.ts';
import type { Direction } from '../../../shared/universe/undo/index.ts';
import { type Cover, uncovered } from '../../common/cover.ts';
import type { Engine, EngineEvents } from '../../engine/engine.ts';
import type { Point } from '../../gpu/index.ts';
import { createRoomClient, type RoomConnection } from '../../net/room-client.ts';
import { clearUniverse, type Store } from '../../store/store.ts';
import { createHands, type Hands } from '../features/hands/hands.ts';
import { type PresenceSession, presenceLater } from '../features/members/presence-later.ts';
import type { RecordingDesk } from '../features/recording/recording-desk.ts';
import { recordingsLater } from '../features/recording/recordings-later.ts';
import { tellOfSimulation } from '../page/troubles.ts';
import { askedQuality } from '../picture/wanted-quality.ts';
import { captureLater } from '../thumbnail/capture-later.ts';
import type { Listening } from '../sound/listening.ts';
import type { Sound } from '../sound/sound.ts';
import { listenToStage } from '../stage/stage-input.ts';
import { createLiveDocument, type LiveDocument } from './live-document.ts';
import { moveOf } from './move-entity.ts';
import { createPlayback, type Playback } from './playback.ts';
import { roomEventsOf } from './room-events.ts';
import { originAt } from './run-origin.ts';
import { createEffectiveDocument, type EffectiveDocument } from './effective-document.ts';
import { wantedThreads } from './wanted-threads.ts';
import { whileAwayLater } from './while-away-later.ts';
import type { Subject } from '../features/recording/subject.ts';

/** An open universe: its room, simulation, picture and sound. */
export interface UniverseSession {
  edit(edit: Edit): void;
  reverse(direction: Direction): void;
  transport(playing: boolean): void;
  /** Sets what the interface covers at the edges of the stage. */
  coverBy(cover: Cover): void;
  /** Moves an emitter or a well to a place on the screen. */
  moveEntity(id: string, x: number, y: number): void;
  /** Returns the place under a point of the screen. */
  placeAt(x: number, y: number): Point;
  /** Turns the view to a place. */
  lookAt(point: Point): void;
  readonly sound: Sound;
  readonly listening: Listening;
  readonly recordings: RecordingDesk;
  readonly hands: Hands;
  readonly presence: PresenceSession;
  readonly engine: Engine;
  readonly room: RoomConnection;
  /** Confirmed edits of the current run. */
  readonly log: readonly LoggedEdit[];
  close(): void;
}

interface SessionOptions {
  store: Store;
  host: HTMLElement;
  detail: UniverseDetail;
  watching: boolean;
  /** Comments may have changed. */
  commentsChanged: () => void;
}

/**
 * Opens a universe: first creates the independent parts, then those that depend on them, and finally connects them. No events are sent
 * before the last two lines.
 */
export function openUniverse({ store, host, detail, watching, commentsChanged }: SessionOptions): UniverseSession {
  clearUniverse(store);
  showDetail(store, detail, watching);
  const staging = createEffectiveDocument(store);
  staging.show(detail.document);

  const room = createRoomClient({ universeId: detail.id, as: watching ? 'spectate' : 'edit' });
  const playback = createPlayback(store, host);
  const { engine, sound, listening, stage } = playback;
  const presence = presenceLater({ store, room, stage });
  const thumbnailCapture = captureLater({
    store,
    universeId: detail.id,
    hasThumbnail: detail.thumbnail !== null,
    shoot: (clarity) => stage.shoot(clarity),
  });
  const live = createLiveDocument({ store, room, staging, document: detail.document, edited: (edit) => thumbnailCapture.edited(edit) });
  const hands = createHands({ store, edit: live.edit, drive: (bands) => stage.drive(bands) });
  const recordings = recordingsLater(store, () => subjectOf({ store, name: detail.name, room, live, playback }));
  const input = listenToStage({
    element: host,
    move(gesture) {
      presence.moved();
      stage.move(gesture);
    },
    hover: (place) => presence.pointAt(place && stage.placeAt(place.x, place.y)),
  });
  const whileAway = whileAwayLater(store);

  engine.listen(engineEventsOf({ store, room, staging, playback, hands }));
  room.join(roomEventsOf({ store, room, live, playback, presence, whileAway, commentsChanged }));

  return {
    edit: live.edit,
    reverse: live.reverse,
    transport: (playing) => room.transport(playing),
    coverBy: (cover) => stage.coverBy(cover),
    placeAt: (x, y) => stage.placeAt(x, y),
    lookAt(point) {
      presence.moved();
      stage.move({ kind: 'look-at', point });
    },
    moveEntity(entityId, x, y) {
      const change = moveOf(store.effectiveDocument.value, entityId, (at) => stage.placeAt(x, y, at));
      if (change) live.edit(change);
    },
    sound,
    listening,
    recordings,
    hands,
    presence,
    engine,
    room,
    get log() {
      return live.run.edits;
    },
    close() {
      thumbnailCapture.dispose();
      whileAway.dispose();
      presence.dispose();
      recordings.dispose();
      hands.dispose();
      room.close();
      input.dispose();
      playback.dispose();
      host.replaceChildren();
    },
  };
}

/** Shows the server's data of a universe before its room is joined. */
function showDetail(store: Store, detail: UniverseDetail, watching: boolean): void {
  const { id, name, description, tags, revision, templateId, isPublic, linkRole, role, ...shown } = detail;
  const roleAtFirst = watching ? 'spectator' : role === 'anonymous' ? linkRole : role;
  const { isFavourite, favouriteCount, commentCount, openThreads, rating, forkedFrom, putForward } = shown;
  const standing = { isFavourite, favouriteCount, commentCount, openThreads, rating, forkedFrom, putForward };
  store.universe.value = { id, name, description, tags, revision, templateId, isPublic, linkRole, ...standing, role: roleAtFirst };
  // If the template puts parameters forward, their panel opens first.
  if (putForward.length > 0 && store.panel.value !== null) store.panel.value = groupOf(putForward[0]!);
}

interface EngineListeners {
  store: Store;
  room: RoomConnection;
  staging: EffectiveDocument;
  playback: Playback;
  hands: Hands;
}

/** Handles the reports of the simulation of an open universe. */
function engineEventsOf({ store, room, staging, playback, hands }: EngineListeners): EngineEvents {
  const { sound, listening, stage } = playback;
  return {
    frames: (memory) => stage.showFrames(memory),
    notes(events) {
      sound.play(listening.hear(events));
      hands.play(events);
    },
    swarm: (records) => sound.hum(records),
    pulse(scalars) {
      staging.follow(scalars);
      sound.update(store.effectiveDocument.value.parameters, scalars);
    },
    hash: (tick, hash) => room.reportHash(tick, hash),
    need: (needMs) => room.needs(needMs),
    lag(lagSeconds) {
      store.picture.value = { ...store.picture.value, lagSeconds };
    },
    ...tellOfSimulation(store),
  };
}

interface RecordedUniverse {
  store: Store;
  /** The name at the time of opening. */
  name: string;
  room: RoomConnection;
  live: LiveDocument;
  playback: Playback;
}

/** Returns the current state of the universe as the subject of a recording. */
function subjectOf({ store, name, room, live, playback: { checkpoints, stage } }: RecordedUniverse): Subject {
  return {
    name: store.universe.value?.name ?? name,
    originAt: (tick) => originAt(tick, { run: live.run, room, checkpoints }),
    threads: wantedThreads(),
    // Nothing covers the edges of a video.
    camera: { ...stage.camera, cover: uncovered },
    quality: askedQuality() ?? 1,
    reducedMotion: store.isMotionReduced.value,
  };
}
