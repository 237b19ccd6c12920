import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { Note } from '../../shared/simulation/note.ts';
import type { LoggedEdit, UniverseDocument } from '../../shared/universe/index.ts';

/** Where a run begins: a document at tick 0, or a snapshot of a later tick; `edits` are those that follow. */
export interface RunStart {
  document: UniverseDocument;
  snapshot: Uint8Array<ArrayBuffer> | null;
  edits: LoggedEdit[];
  tick: number;
  playing: boolean;
  /** The room confirms this often. */
  batchMs: number;
}

/** To the worker, by message: what is rare, or carries memory. */
export type WorkerRequest =
  | {
      kind: 'start';
      run: RunStart;
      threads: number;
      commands: SharedArrayBuffer | null;
      notes: SharedArrayBuffer | null;
      swarm: SharedArrayBuffer | null;
    }
  /** Without shared memory commands travel here, and frames come back to be filled again. */
  | { kind: 'command'; command: Command }
  | { kind: 'return'; buffer: ArrayBuffer }
  /** Say that you are alive. */
  | { kind: 'ping' };

/** To the worker, through the command ring: what comes all the time. */
export type Command =
  | { kind: 'edits'; edits: LoggedEdit[] }
  | { kind: 'confirm'; tick: number; playing: boolean; atMs: number }
  /** What the room said of its time. */
  | { kind: 'time'; sentMs: number; receivedMs: number; roomMs: number; delayMs: number }
  /** Report the state hash after this tick. */
  | { kind: 'hash'; tick: number }
  /** Hand out a snapshot of the state after this tick, or of the present state where that has passed or is not reached soon. */
  | { kind: 'snapshot'; requestId: string; tick: number };

/** A note with the moment its tick is due, in ms of `performance.timeOrigin + performance.now()`. */
export interface DueNote {
  note: Note;
  dueMs: number;
}

/** A key, as a MIDI number, whose note is let go. */
export interface DueRelease {
  release: number;
  tick: number;
  dueMs: number;
}

/** Where the music is when a thirty-second of a bar begins: quarter notes since the last restart, and how fast they go. */
export interface DueBeat {
  beat: number;
  tick: number;
  /** BPM, as heard. */
  tempo: number;
  isBar: boolean;
  dueMs: number;
}

/** What players hear of, in the order in which it happens. */
export type DueEvent = DueNote | DueRelease | DueBeat;

/** Where frames are: an arena for all that come, or, without shared memory, one of them. */
export type FrameMemory =
  | { kind: 'arena'; buffer: SharedArrayBuffer; capacity: number }
  | { kind: 'frame'; buffer: ArrayBuffer; capacity: number };

/** From the worker. */
export type WorkerReport =
  | FrameMemory
  /** The worker has come, and whenever it is asked: it is not busy. */
  | { kind: 'alive' }
  /** Memory that was shared by the page can not be used here: begin without. */
  | { kind: 'unshared' }
  /** Notes wait in the ring. */
  | { kind: 'notes-waiting' }
  | { kind: 'notes'; notes: DueEvent[] }
  /** What the sound follows, about ten times a second while the universe plays; `swarm` where its memory is not shared. */
  | { kind: 'pulse'; scalars: FrameScalars; swarm: Float32Array<ArrayBuffer> | null }
  | { kind: 'hash'; tick: number; hash: string }
  /** How far behind the room's clock this device has to stay; told when it changes. */
  | { kind: 'need'; needMs: number }
  | { kind: 'snapshot'; requestId: string; tick: number; sequence: number; hash: string; bytes: Uint8Array<ArrayBuffer> }
  /** How far behind the room this device is, in seconds; told when it changes by much. */
  | { kind: 'lag'; seconds: number }
  | { kind: 'failed'; message: string };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Messages of the rings are JSON in UTF-8. */
export function encodeMessage(message: Command | DueEvent): Uint8Array {
  return encoder.encode(JSON.stringify(message));
}

export function decodeMessage<T extends Command | DueEvent>(bytes: Uint8Array): T {
  return JSON.parse(decoder.decode(bytes)) as T;
}
