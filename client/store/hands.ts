/** The on-screen keys: whether they are shown, and their shift in octaves. */
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
  /** The reason why there are no devices. */
  message: string;
  inputs: readonly MidiPortView[];
  outputs: readonly MidiPortView[];
  /** Id of the device that receives notes, or ''. */
  output: string;
  /** The target that the next control to move will be bound to. */
  armed: string | null;
  bindings: readonly MidiBinding[];
}

export const noMidi: MidiView = { state: 'off', message: '', inputs: [], outputs: [], output: '', armed: null, bindings: [] };

export type DriveSource = 'microphone' | 'tab';

/** The user's own sound, which moves their own picture. Bands 0..1. */
export interface DriveView {
  source: DriveSource | null;
  /** The reason why there is no sound. */
  message: string;
  bass: number;
  mid: number;
  high: number;
}

export const noDrive: DriveView = { source: null, message: '', bass: 0, mid: 0, high: 0 };

/** The actions of the instruments that a user plays. */
export type HandsAct =
  | { kind: 'keys'; isOpen: boolean }
  | { kind: 'octave'; by: number }
  /** `source` identifies the finger or key. */
  | { kind: 'press'; source: string; midi: number; velocity: number }
  | { kind: 'release'; source: string }
  | { kind: 'tap' }
  | { kind: 'connect-midi' }
  | { kind: 'midi-output'; id: string }
  | { kind: 'learn'; target: string | null }
  | { kind: 'forget'; binding: MidiBinding }
  | { kind: 'listen'; source: DriveSource | null };
