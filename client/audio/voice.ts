import * as Tone from 'tone';
import { type Envelope, fadeOut, letGoAt, levelAt, scheduleNote, type ShapedNote, tailSeconds } from './envelope.ts';
import { createRecordedSource } from './samples/recorded-source.ts';
import type { Timbre } from './timbres.ts';
import type { PooledVoice } from './voice-pool.ts';
import { createSource, glide, maxHz, isString } from './voice-source.ts';

/** A voice that plays one note at a time. Its nodes are created once and run permanently; a note only changes their parameters. */
export interface Voice extends PooledVoice {
  /** The envelope of later notes. */
  envelope: Envelope;
  /** Transposes, the sounding note too. */
  transpose(cents: number): void;
  dispose(): void;
}

/** Length of the fade of a sounding note before another note takes over its voice. */
const fadeSeconds = 0.008;
/** A note sounds at least this long, however early it is released. */
const minSeconds = 0.03;
/** The velocity of a usual note, and the octaves by which the low-pass of the hardest note is above that of the softest. */
const usualVelocity = 0.7;
const touchOctaves = 3;

export interface VoiceSurroundings {
  output: Tone.ToneAudioNode;
  /** Vibrato: cents, added to each tone. */
  vibrato?: AudioNode;
  /** Stereo width, 0..1. */
  width: () => number;
}

/** Builds a voice of a timbre in Tone's current context: its source, low-pass, gain and panner. */
export function createVoice(timbre: Timbre, { output, vibrato, width }: VoiceSurroundings): Voice {
  const context = Tone.getContext();
  const amplifier = context.createGain();
  const panner = context.createStereoPanner();
  amplifier.gain.value = 0;
  const brightness = isString(timbre) ? undefined : timbre.brightness;
  const lowpass = brightness ? context.createBiquadFilter() : null;
  if (lowpass) {
    lowpass.type = 'lowpass';
    lowpass.Q.value = 0.4;
    lowpass.connect(amplifier);
  }
  amplifier.connect(panner);
  Tone.connect(panner, output);
  const first = lowpass ?? amplifier;
  const source = timbre.zones ? createRecordedSource(timbre.zones, first) : createSource(timbre, first, vibrato);

  let note: ShapedNote = { onset: 0, letGo: 0, peak: 0, attack: 0, decay: 0, sustain: 0, release: 0 };
  let cents = 0;

  return {
    envelope: { attack: 0.01, decay: 0.2, sustain: 0.5, release: 0.3 },
    play(frequencyHz, velocity, whenSeconds, durationSeconds, pan) {
      const fadeFrom = Math.max(whenSeconds - fadeSeconds, note.onset + fadeSeconds, context.currentTime);
      const onset = Math.max(whenSeconds, fadeFrom + fadeSeconds);
      fadeOut(amplifier.gain, note, fadeFrom, onset);
      note = { ...this.envelope, onset, letGo: onset + Math.max(0.01, durationSeconds), peak: velocity * timbre.gain };
      scheduleNote(amplifier.gain, note);
      panner.pan.setValueAtTime(Math.max(-1, Math.min(1, pan * width())), onset);
      // A harder note is brighter.
      const touch = 2 ** (touchOctaves * (velocity - usualVelocity));
      const force = 0.45 + 0.55 * velocity;
      source.begin(frequencyHz, force, onset);
      source.end?.(note.letGo + tailSeconds(note));
      if (brightness && lowpass) {
        const open = (multiple: number) => Math.min(maxHz, Math.max(60, frequencyHz * multiple * touch));
        glide(lowpass.frequency, open(brightness.from), open(brightness.to), onset, brightness.seconds);
      }
    },
    release(whenSeconds) {
      const at = Math.max(whenSeconds, note.onset + minSeconds, context.currentTime);
      if (at >= note.letGo) return;
      note = letGoAt(amplifier.gain, note, at);
      source.end?.(at + tailSeconds(note));
    },
    levelAt: (seconds) => levelAt(note, seconds),
    transpose(next) {
      if (next === cents) return;
      cents = next;
      source.transpose(cents);
    },
    dispose() {
      source.dispose();
      for (const node of [lowpass, amplifier, panner]) node?.disconnect();
    },
  };
}
