/**
 * The frame: the output of the simulation for picture and sound.
 *
 * Particle data is `particleWords` 32-bit words per slot: x, y, z in m (f32), then one packed word: bits 0–7 speed (255 = `packedSpeedMax`
 * m/s, square-root scale), 8–15 age over lifetime (255 = free slot), 16–22 flash, 23–25 species, 26–28 part of the last note + 1 (0 none),
 * 29–31 pitch of the last note in eighths.
 */
export const particleWords = 4;
export const packedSpeedMax = 50;

export const packedFields = {
  speed: { shift: 0, bits: 8 },
  age: { shift: 8, bits: 8 },
  flash: { shift: 16, bits: 7 },
  species: { shift: 23, bits: 3 },
  part: { shift: 26, bits: 3 },
  pitch: { shift: 29, bits: 3 },
} as const;

type PackedField = (typeof packedFields)[keyof typeof packedFields];

/** The largest value that a packed field holds. */
export const maxPacked = ({ bits }: PackedField): number => (1 << bits) - 1;

/** The age of a free slot; ages of particles are lower. */
export const freeAge = maxPacked(packedFields.age);

/** Reads a field of a packed word, as the integer that was packed. */
export function packedValue(word: number, { shift, bits }: { readonly shift: number; readonly bits: number }): number {
  return (word >>> shift) & ((1 << bits) - 1);
}

/** Scalars that travel with a frame, one f64 each, in this order. */
export const frameScalars = [
  'tick',
  'slots',
  'alive',
  'beat',
  'beatTick',
  'beatsPerBar',
  'tempo',
  'gravity',
  'volume',
  'pitch',
  'brightness',
  'saturation',
  'filter',
  'reverb',
  'loudness',
  'smoothLoudness',
  'bass',
  'middle',
  'high',
  'leadLoudness',
  'bassLoudness',
  'chordsLoudness',
  'drumsLoudness',
  'textureLoudness',
  'chordHue',
  'tension',
  // The place in the piece: its movement, indices of `sectionNames`, bars since the section began, its length in bars, and 0..1.
  'movement',
  'section',
  'nextSection',
  'sectionBar',
  'sectionBars',
  'intensity',
  // dB by which it is meant to be louder than plain music.
  'plannedDb',
  'kineticEnergy',
  'meanSpeed',
  'meanHeight',
  'activity',
  'stepMilliseconds',
] as const;
export type FrameScalar = (typeof frameScalars)[number];
export type FrameScalars = Record<FrameScalar, number>;

/** A frame as its reader sees it; valid until the next one is taken. */
export interface Frame {
  /** Counts frames; an equal number means the same frame. */
  readonly sequence: number;
  /** Slots that hold data; particle data is `slots × particleWords` words. */
  readonly slots: number;
  /** The packed particles as words, and the same memory as floats. */
  readonly words: Uint32Array;
  readonly floats: Float32Array;
  readonly scalars: Readonly<FrameScalars>;
  /** Positions of emitters and wells for the overlay: x, y, z in m, by their order in the document. */
  readonly emitters: Float32Array;
  readonly wells: Float32Array;
}
