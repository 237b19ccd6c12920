/** The keys that play: shown or not, and by how many octaves they are shifted. */
export interface KeysView {
  isOpen: boolean;
  octave: number;
}

export const noKeys: KeysView = { isOpen: false, octave: 0 };
export const octaveLimit = 2;

/** A MIDI device as the browser names it. */
export interface MidiPortView {
  id: string;
  name: string;
}

/** A control of a device that moves a control of the universe. */
export interface MidiBinding {
  /** Name of the device. */
  device: string;
  /** 1..16 */
  channel: number;
  /** 0..127 */
  controller: number;
  /** A parameter's key, or `emitter:ID:FIELD` and `well:ID:FIELD`. */
  target: string;
}

export interface MidiView {
  state: 'off' | 'starting' | 'on' | 'unavailable';
  /** Why there is none. */
  message: string;
  inputs: readonly MidiPortView[];
  outputs: readonly MidiPortView[];
  /** Id of the device that notes are sent to, or ''. */
  output: string;
  /** Target that the next control to move will be bound to. */
  armed: string | null;
  bindings: readonly MidiBinding[];
}

export const noMidi: MidiView = { state: 'off', message: '', inputs: [], outputs: [], output: '', armed: null, bindings: [] };

export type DriveSource = 'microphone' | 'tab';

/** A sound of one's own that moves one's own picture. Bands 0..1. */
export interface DriveView {
  source: DriveSource | null;
  /** Why nothing is heard. */
  message: string;
  bass: number;
  mid: number;
  high: number;
}

export const noDrive: DriveView = { source: null, message: '', bass: 0, mid: 0, high: 0 };

/** What a hand can want of its instruments. */
export type HandsAct =
  | { kind: 'keys'; isOpen: boolean }
  | { kind: 'octave'; by: number }
  /** `source` says which finger it is. */
  | { kind: 'press'; source: string; midi: number; velocity: number }
  | { kind: 'release'; source: string }
  | { kind: 'tap' }
  | { kind: 'connect-midi' }
  | { kind: 'midi-output'; id: string }
  | { kind: 'learn'; target: string | null }
  | { kind: 'forget'; binding: MidiBinding }
  | { kind: 'listen'; source: DriveSource | null };
