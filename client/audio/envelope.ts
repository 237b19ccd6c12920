/** Phases of a note's loudness: seconds, seconds, 0..1, seconds. */
export interface Envelope {
  readonly attack: number;
  readonly decay: number;
  readonly sustain: number;
  readonly release: number;
}

/** A note as it is scheduled: onset and let-go in seconds of the audio clock, the peak as a gain. */
export interface ShapedNote extends Envelope {
  readonly onset: number;
  readonly letGo: number;
  readonly peak: number;
}

/** Time constants of the two falls, so that each has all but ended when its phase is over. */
export const decayConstant = (note: Envelope) => Math.max(0.001, note.decay / 3);
export const releaseConstant = (note: Envelope) => Math.max(0.004, note.release / 4);

/** What a voice still sounds after it was let go, in seconds. */
export const tailSeconds = (envelope: Envelope) => envelope.release * 1.4;

function heldLevel(note: ShapedNote, seconds: number): number {
  const since = seconds - note.onset;
  if (since <= 0) return 0;
  if (since < note.attack) return (note.peak * since) / note.attack;
  return note.peak * (note.sustain + (1 - note.sustain) * Math.exp((note.attack - since) / decayConstant(note)));
}

/** Gain of a note at a moment of the audio clock: the same curve that its voice schedules. */
export function levelAt(note: ShapedNote, seconds: number): number {
  if (seconds <= note.letGo) return heldLevel(note, seconds);
  return heldLevel(note, note.letGo) * Math.exp((note.letGo - seconds) / releaseConstant(note));
}

/** Writes the curve of a note into a gain that is 0 at its onset. */
export function scheduleNote(gain: AudioParam, note: ShapedNote): void {
  const risen = Math.min(note.onset + note.attack, note.letGo);
  gain.setValueAtTime(0, note.onset);
  gain.linearRampToValueAtTime(heldLevel(note, risen), risen);
  if (risen < note.letGo) gain.setTargetAtTime(note.peak * note.sustain, risen, decayConstant(note));
  gain.setTargetAtTime(0, note.letGo, releaseConstant(note));
}

/** Stops the plan of a gain where the curve of a note is at a moment; what was planned after is forgotten. */
function breakOff(gain: AudioParam, note: ShapedNote, at: number): void {
  const level = levelAt(note, at);
  gain.cancelScheduledValues(at);
  // In the middle of a rise, the same line ends here; anywhere else the value is set to where the curve is.
  if (at > note.onset && at <= Math.min(note.onset + note.attack, note.letGo)) gain.linearRampToValueAtTime(level, at);
  else gain.setValueAtTime(level, at);
}

/** Lets a note go before its time: from `at` on it dies away as it would have later. Gives the note as it is then. */
export function letGoAt(gain: AudioParam, note: ShapedNote, at: number): ShapedNote {
  breakOff(gain, note, at);
  gain.setTargetAtTime(0, at, releaseConstant(note));
  return { ...note, letGo: at };
}

/** Lets whatever still sounds of a note fade to nothing between two moments, and forgets what was planned after. */
export function fadeOut(gain: AudioParam, note: ShapedNote, from: number, until: number): void {
  breakOff(gain, note, from);
  gain.linearRampToValueAtTime(0, until);
}
