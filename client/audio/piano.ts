import * as Tone from 'tone';
import type { Envelope } from './envelope.ts';
import { createInstrument, type Instrument } from './instruments.ts';
import { loadedPiano, loadPiano, type PianoSamples } from './piano-samples.ts';
import { timbres } from './timbres.ts';

/** Stereo positions of notes, each with its own sampler. */
const places = [-0.8, -0.4, 0, 0.4, 0.8];
const gainDb = 17;
const fadeSeconds = 0.25;

function createSampler(samples: PianoSamples, size: number, output: Tone.ToneAudioNode, width: () => number): Instrument {
  const context = Tone.getContext();
  const level = new Tone.Gain(1).connect(output);
  const players = places.map((pan) => {
    const panner = new Tone.Panner(pan).connect(level);
    return { pan, panner, sampler: new Tone.Sampler({ urls: { ...samples }, volume: gainDb }).connect(panner) };
  });
  const playing: { sampler: Tone.Sampler; hz: number; endsAt: number; key: number | undefined }[] = [];
  let ratio = 1;
  return {
    size,
    play(frequencyHz, velocity, whenSeconds, durationSeconds, pan, key) {
      const wanted = pan * width();
      const { sampler } = players.reduce((best, next) => (Math.abs(next.pan - wanted) < Math.abs(best.pan - wanted) ? next : best));
      const hz = frequencyHz * ratio;
      for (let at = playing.length - 1; at >= 0; at--) if (playing[at].endsAt <= whenSeconds) playing.splice(at, 1);
      // When all voices are in use, a new note releases the oldest.
      if (playing.length >= size) {
        const oldest = playing.shift()!;
        oldest.sampler.triggerRelease(oldest.hz, whenSeconds);
      }
      playing.push({ sampler, hz, endsAt: whenSeconds + durationSeconds, key });
      if (key === undefined) sampler.triggerAttackRelease(hz, Math.max(0.05, durationSeconds), whenSeconds, velocity);
      // A release that is scheduled with the attack can no longer be moved earlier.
      else sampler.triggerAttack(hz, whenSeconds, velocity);
    },
    release(key, whenSeconds) {
      const at = playing.findIndex((note) => note.key === key);
      if (at < 0) return;
      const [{ sampler, hz }] = playing.splice(at, 1);
      sampler.triggerRelease(hz, whenSeconds);
    },
    shape({ attack, release }: Envelope) {
      for (const { sampler } of players) {
        sampler.attack = Math.min(0.5, attack * 0.02);
        sampler.release = Math.max(0.25, Math.min(6, release));
      }
    },
    transpose(cents) {
      ratio = 2 ** (cents / 1200);
    },
    retire() {
      level.gain.rampTo(0, fadeSeconds);
      context.setTimeout(() => {
        for (const { sampler, panner } of players) {
          sampler.dispose();
          panner.dispose();
        }
        level.dispose();
      }, fadeSeconds * 1.5);
    },
  };
}

/** Creates a sampled piano; the electric piano plays until its samples are loaded, and if they fail to load. */
export function createPianoInstrument(size: number, output: Tone.ToneAudioNode, width: () => number): Instrument {
  const context = Tone.getContext();
  const ready = loadedPiano(context.sampleRate);
  if (ready) return createSampler(ready, size, output, width);
  let player = createInstrument(timbres.keys, size, output, width);
  let envelope: Envelope | null = null;
  let cents = 0;
  let retired = false;
  loadPiano(context.sampleRate).then(
    (samples) => {
      if (retired) return;
      const before = Tone.getContext();
      Tone.setContext(context);
      const piano = createSampler(samples, size, output, width);
      Tone.setContext(before);
      if (envelope) piano.shape(envelope);
      piano.transpose(cents);
      player.retire();
      player = piano;
    },
    () => undefined,
  );
  return {
    size,
    play: (...note) => player.play(...note),
    release: (key, whenSeconds) => player.release(key, whenSeconds),
    shape(next) {
      envelope = next;
      player.shape(next);
    },
    transpose(next) {
      cents = next;
      player.transpose(next);
    },
    retire() {
      retired = true;
      player.retire();
    },
  };
}
