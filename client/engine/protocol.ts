import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { Note } from '../../shared/simulation/note.ts';
import type { LoggedEdit, UniverseDocument } from '../../shared/universe/index.ts';

/** The start of a run: a document at tick 0, or a snapshot of a later tick; `edits` are those that follow. */
export interface RunStart {
  document: UniverseDocument;
  snapshot: Uint8Array<ArrayBuffer> | null;
  edits: LoggedEdit[];
  tick: number;
  playing: boolean;
  /** Interval of the room's confirmations. */
  batchMs: number;
}

/** Requests to the worker by message: rare ones, or those that carry memory. */
export type WorkerRequest =
  | {
      kind: 'start';
      run: RunStart;
      threads: number;
      commands: SharedArrayBuffer | null;
      notes: SharedArrayBuffer | null;
      swarm: SharedArrayBuffer | null;
    }
  /** Without shared memory, commands are sent as messages, and frame buffers return to be refilled. */
  | { kind: 'command'; command: Command }
  | { kind: 'return'; buffer: ArrayBuffer }
  /** Requests an `alive` report. */
  | { kind: 'ping' };

/** Commands to the worker through the command ring: the frequent ones. */
export type Command =
  | { kind: 'edits'; edits: LoggedEdit[] }
  | { kind: 'confirm'; tick: number; playing: boolean; atMs: number }
  /** A measurement of the room's time. */
  | { kind: 'time'; sentMs: number; receivedMs: number; roomMs: number; delayMs: number }
  /** Requests the state hash after this tick. */
  | { kind: 'hash'; tick: number }
  /** Requests a snapshot of the state after this tick, or of the current state if the tick has passed or is not reached soon. */
  | { kind: 'snapshot'; requestId: string; tick: number };

/** A note with the time when its tick is due, in ms of `performance.timeOrigin + performance.now()`. */
export interface DueNote {
  note: Note;
  dueMs: number;
}

/** The release of a key, given as a MIDI number. */
export interface DueRelease {
  release: number;
  tick: number;
  dueMs: number;
}

/** The position of the music when a thirty-second of a bar begins: quarter notes since the last restart, and the tempo. */
export interface DueBeat {
  beat: number;
  tick: number;
  /** BPM, as heard. */
  tempo: number;
  isBar: boolean;
  dueMs: number;
}

/** Events for the players, in the order in which they happen. */
export type DueEvent = DueNote | DueRelease | DueBeat;

/** The memory of frames: an arena for all future ones or, without shared memory, a single frame. */
export type FrameMemory =
  | { kind: 'arena'; buffer: SharedArrayBuffer; capacity: number }
  | { kind: 'frame'; buffer: ArrayBuffer; capacity: number };

/** Reports from the worker. */
export type WorkerReport =
  | FrameMemory
  /** The worker is ready; also its response to `ping`: it is not busy. */
  | { kind: 'alive' }
  /** The memory that the page shared can not be used: restart without it. */
  | { kind: 'unshared' }
  /** The ring contains notes. */
  | { kind: 'notes-waiting' }
  | { kind: 'notes'; notes: DueEvent[] }
  /** Values for the sound, about ten times per second while the universe plays; `swarm` if its memory is not shared. */
  | { kind: 'pulse'; scalars: FrameScalars; swarm: Float32Array<ArrayBuffer> | null }
  | { kind: 'hash'; tick: number; hash: string }
  /** The delay that this device needs behind the room's clock; sent when it changes. */
  | { kind: 'need'; needMs: number }
  | { kind: 'snapshot'; requestId: string; tick: number; sequence: number; hash: string; bytes: Uint8Array<ArrayBuffer> }
  /** The delay of this device behind the room, in seconds; sent when it changes much. */
  | { kind: 'lag'; seconds: number }
  | { kind: 'failed'; message: string };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Encodes a message for a ring as JSON in UTF-8. */
export function encodeMessage(message: Command | DueEvent): Uint8Array {
  return encoder.encode(JSON.stringify(message));
}

export function decodeMessage<T extends Command | DueEvent>(bytes: Uint8Array): T {
  return JSON.parse(decoder.decode(bytes)) as T;
}
