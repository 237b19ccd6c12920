/** Attack, decay, sustain and release of a note: seconds, seconds, 0..1, seconds. */
export interface Envelope {
  readonly attack: number;
  readonly decay: number;
  readonly sustain: number;
  readonly release: number;
}

/** A scheduled note: onset and release in seconds of the audio clock, the peak as a gain. */
export interface ShapedNote extends Envelope {
  readonly onset: number;
  readonly letGo: number;
  readonly peak: number;
}

/** Time constants of decay and release: each has almost ended when its phase is over. */
export const decayConstant = (note: Envelope) => Math.max(0.001, note.decay / 3);
export const releaseConstant = (note: Envelope) => Math.max(0.004, note.release / 4);

/** Seconds for which a voice still sounds after its release. */
export const tailSeconds = (envelope: Envelope) => envelope.release * 1.4;

function heldLevel(note: ShapedNote, seconds: number): number {
  const since = seconds - note.onset;
  if (since <= 0) return 0;
  if (since < note.attack) return (note.peak * since) / note.attack;
  return note.peak * (note.sustain + (1 - note.sustain) * Math.exp((note.attack - since) / decayConstant(note)));
}

/** Gain of a note at a time of the audio clock: the same curve that its voice schedules. */
export function levelAt(note: ShapedNote, seconds: number): number {
  if (seconds <= note.letGo) return heldLevel(note, seconds);
  return heldLevel(note, note.letGo) * Math.exp((note.letGo - seconds) / releaseConstant(note));
}

/** Schedules the curve of a note on a gain that is 0 at its onset. */
export function scheduleNote(gain: AudioParam, note: ShapedNote): void {
  const risen = Math.min(note.onset + note.attack, note.letGo);
  gain.setValueAtTime(0, note.onset);
  gain.linearRampToValueAtTime(heldLevel(note, risen), risen);
  if (risen < note.letGo) gain.setTargetAtTime(note.peak * note.sustain, risen, decayConstant(note));
  gain.setTargetAtTime(0, note.letGo, releaseConstant(note));
}

/** Cancels the schedule of a gain from `at` on, and holds the level that the note has there. */
function breakOff(gain: AudioParam, note: ShapedNote, at: number): void {
  const level = levelAt(note, at);
  gain.cancelScheduledValues(at);
  // During the attack the same ramp ends here; elsewhere the value is set to that of the curve.
  if (at > note.onset && at <= Math.min(note.onset + note.attack, note.letGo)) gain.linearRampToValueAtTime(level, at);
  else gain.setValueAtTime(level, at);
}

/** Releases a note early, at `at`, with the same fall as later. Returns the note with its new release time. */
export function letGoAt(gain: AudioParam, note: ShapedNote, at: number): ShapedNote {
  breakOff(gain, note, at);
  gain.setTargetAtTime(0, at, releaseConstant(note));
  return { ...note, letGo: at };
}

/** Fades a note out between two times, and cancels its later schedule. */
export function fadeOut(gain: AudioParam, note: ShapedNote, from: number, until: number): void {
  breakOff(gain, note, from);
  gain.linearRampToValueAtTime(0, until);
}
