import type { Zone } from '../../client/audio/samples/sample-map.ts';
import type { RecordedName } from '../../client/audio/samples/recorded-timbres.ts';

/** What is taken of the bank: a program of General MIDI, and the roots of its notes. */
export interface Plan {
  program: number;
  roots: readonly number[];
  /** Selects one of two notes with the same root: those of the left microphone. */
  names?: RegExp;
  /** Crossfade of a loop whose seam would be heard, in seconds; such a note is held as long as it is played. */
  crossfadeSeconds?: number;
}

/** Notes about a fifth apart over the range in which universes play, so that few are transposed by more than five semitones. */
export const plans = {
  choir: { program: 52, roots: [39, 45, 51, 57, 63, 69, 75, 81], names: /-L$/, crossfadeSeconds: 0.25 },
  marimba: { program: 12, roots: [48, 60, 66, 72, 78, 84] },
  vibraphone: { program: 11, roots: [57, 63, 71, 78, 85, 94] },
  harp: { program: 46, roots: [44, 49, 56, 61, 68, 73, 78, 83] },
  guitar: { program: 24, roots: [45, 55, 59, 64, 69, 76, 84] },
  strings: { program: 48, roots: [43, 49, 58, 64, 73, 79, 83], names: /L$/, crossfadeSeconds: 0.25 },
  bass: { program: 32, roots: [28, 36, 41, 46, 54] },
} satisfies Partial<Record<RecordedName, Plan>>;

/** Hits of the drum kit in `supersonic-scsynth-samples`, brought to the same level: the velocity makes the difference between them. */
export const hits: readonly (Pick<Zone, 'root' | 'cents' | 'gainDb' | 'layer'> & { from: string })[] = [
  { from: 'drum_bass_soft', root: 36, cents: -23, gainDb: -4, layer: { drum: 'kick', hardest: 0.6 } },
  { from: 'drum_bass_hard', root: 36, cents: -23, gainDb: -11, layer: { drum: 'kick', hardest: 1 } },
  { from: 'drum_snare_soft', root: 55, cents: -57, gainDb: 4.8, layer: { drum: 'snare', hardest: 0.5 } },
  { from: 'drum_snare_hard', root: 55, cents: -57, gainDb: -6.9, layer: { drum: 'snare', hardest: 1 } },
  { from: 'drum_tom_mid_soft', root: 47, cents: 0, gainDb: -3.6, layer: { drum: 'tom', hardest: 0.6 } },
  { from: 'drum_tom_mid_hard', root: 47, cents: 0, gainDb: -9.6, layer: { drum: 'tom', hardest: 1 } },
  { from: 'drum_cymbal_closed', root: 60, cents: 0, gainDb: 6.4, layer: { drum: 'hat', hardest: 1 } },
];
