import type { Note } from '../../../shared/simulation/note.ts';
import type { LoggedEdit } from '../../../shared/universe/index.ts';
import type { Store } from '../../store/store.ts';
import type { ClientApp } from '../feature.ts';
import type { MeterReading } from '../../common/meter-reading.ts';

/** What tests and curious people find at `window.harmonic`: to look, and to pull the plug. */
interface DebugHandle {
  /** The last read-outs of the simulation. */
  readonly scalars: Store['scalars']['value'];
  readonly parameters: Store['document']['value']['parameters'];
  readonly document: Store['document']['value'];
  readonly score: Store['score']['value'];
  readonly connection: string;
  readonly audio: Store['audio']['value'];
  /** What leaves the speakers, and how long after its tick; null where nothing is open. */
  readonly heard: { meter: MeterReading; latencySeconds: number } | null;
  readonly picture: Store['picture']['value'];
  readonly recording: Store['recording']['value'];
  readonly members: Store['members']['value'];
  /** Hash of the state after a tick that has not passed yet. */
  hashAt(tick: number): Promise<string>;
  /** Edits of this run that have been confirmed here, with their places in the log. */
  log(): readonly LoggedEdit[];
  /** The last notes that sounded here, oldest first. */
  notes(): readonly Note[];
  /** Edits that wait for the room's word. */
  pendingEdits(): number;
  /** Cuts the connection, as a bad network would. */
  dropConnection(): void;
}

declare global {
  interface Window {
    harmonic?: DebugHandle;
  }
}

export function exposeDebugHandle(app: ClientApp): void {
  const { store } = app;
  window.harmonic = {
    get scalars() {
      return store.scalars.value;
    },
    get parameters() {
      return store.document.value.parameters;
    },
    get document() {
      return store.document.value;
    },
    get score() {
      return store.score.value;
    },
    get connection() {
      return store.connection.value.status;
    },
    get audio() {
      return store.audio.value;
    },
    get heard() {
      const sound = app.session?.sound;
      return sound ? { meter: sound.meter(), latencySeconds: sound.latencySeconds() } : null;
    },
    get picture() {
      return store.picture.value;
    },
    get recording() {
      return store.recording.value;
    },
    get members() {
      return store.members.value;
    },
    hashAt(tick) {
      const open = app.session;
      return open ? open.engine.hashAt(tick) : Promise.reject(new Error('no universe is open'));
    },
    log: () => app.session?.log ?? [],
    notes: () => app.session?.hands.recent ?? [],
    pendingEdits: () => app.session?.room.pendingEdits().length ?? 0,
    dropConnection: () => app.session?.room.drop(),
  };
}
