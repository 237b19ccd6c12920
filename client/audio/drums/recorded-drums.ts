import * as Tone from 'tone';
import { inOctaveFrom } from '../../../shared/music/octaves.ts';
import { type Drum, drums } from '../../../shared/simulation/note.ts';
import type { LoadedZone } from '../samples/library.ts';
import { type Drums, drumPan } from './drums.ts';

/** Gain of each drum, at which the recorded kit is as loud as the synthetic one. */
const gains: Readonly<Record<Drum, number>> = { kick: 2.3, tom: 1, snare: 1.5, hat: 0.35 };
/** Weakens the skin of the snare, which the microphone heard louder than its wires. */
const snareShelf = { type: 'lowshelf', frequency: 700, gain: -8 } as const;
/** The drums that ring at a pitch, which are tuned to the note by half an octave at most. */
const tuned: readonly Drum[] = ['kick', 'tom'];
/** Time constant with which a hit is damped by the next one on the same drum. */
const dampSeconds = 0.006;

function createDrum(drum: Drum, zones: readonly LoadedZone[], output: Tone.ToneAudioNode) {
  const context = Tone.getContext();
  const layers = zones.filter(({ layer }) => layer?.drum === drum).sort((a, b) => a.layer!.hardest - b.layer!.hardest);
  const panner = context.createStereoPanner();
  panner.pan.value = drumPan[drum];
  const first = drum === 'snare' ? new BiquadFilterNode(panner.context, snareShelf) : panner;
  if (first !== panner) first.connect(panner);
  Tone.connect(panner, output);
  let ringing: { source: AudioBufferSourceNode; level: GainNode } | null = null;
  return {
    hit(frequencyHz: number, velocity: number, at: number) {
      ringing?.level.gain.setTargetAtTime(0, at, dampSeconds);
      ringing?.source.stop(at + dampSeconds * 8);
      const { hz, buffer } = layers.find(({ layer }) => velocity <= layer!.hardest) ?? layers.at(-1)!;
      const source = context.createBufferSource();
      const level = context.createGain();
      source.buffer = buffer;
      if (tuned.includes(drum)) source.playbackRate.value = inOctaveFrom(hz * Math.SQRT1_2, frequencyHz) / hz;
      level.gain.value = gains[drum] * velocity;
      source.connect(level);
      level.connect(first);
      source.addEventListener('ended', () => level.disconnect());
      source.start(at);
      ringing = { source, level };
    },
    dispose() {
      ringing?.source.stop();
      first.disconnect();
      panner.disconnect();
    },
  };
}

/** Creates a kit of recorded drums, each with a soft and a hard hit; a node exists only while a hit rings. */
export function createRecordedDrums(zones: readonly LoadedZone[], output: Tone.ToneAudioNode): Drums {
  const kit = new Map(drums.map((drum) => [drum, createDrum(drum, zones, output)]));
  return {
    play: (drum, frequencyHz, velocity, whenSeconds) => kit.get(drum)!.hit(frequencyHz, velocity, whenSeconds),
    dispose() {
      for (const { dispose } of kit.values()) dispose();
    },
  };
}
