import type { Note } from '../../../shared/simulation/note.ts';
import type { LoggedEdit } from '../../../shared/universe/index.ts';
import type { Store } from '../../store/store.ts';
import type { ClientApp } from '../feature.ts';
import type { MeterReading } from '../../common/meter-reading.ts';

/** The handle for tests and debugging at `window.harmonic`: reads state, and cuts the connection. */
interface DebugHandle {
  /** The last scalars of the simulation. */
  readonly scalars: Store['scalars']['value'];
  readonly parameters: Store['effectiveDocument']['value']['parameters'];
  readonly document: Store['effectiveDocument']['value'];
  readonly authoredDocument: Store['authoredDocument']['value'];
  readonly connection: string;
  readonly audio: Store['audio']['value'];
  /** The output of the speakers, and its latency after a tick; null without an open universe. */
  readonly heard: { meter: MeterReading; latencySeconds: number } | null;
  readonly picture: Store['picture']['value'];
  readonly recording: Store['recording']['value'];
  readonly members: Store['members']['value'];
  /** Returns the hash of the state after a future tick. */
  hashAt(tick: number): Promise<string>;
  /** The confirmed edits of this run, with their sequence numbers. */
  log(): readonly LoggedEdit[];
  /** The last notes that sounded here, oldest first. */
  notes(): readonly Note[];
  /** The number of edits that the room has not confirmed. */
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
      return store.effectiveDocument.value.parameters;
    },
    get document() {
      return store.effectiveDocument.value;
    },
    get authoredDocument() {
      return store.authoredDocument.value;
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
