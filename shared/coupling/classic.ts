import { clamp, type CouplingInput, type CouplingOutput } from './links.ts';

/** BPM of the original for a gravity in m/s². */
export function classicTempo(gravity: number): number {
  return clamp(Math.floor((120 * gravity) / 9.81), 40, 200);
}

/** Gain 0..1 of the original for a gravity in m/s². */
export function classicVolume(gravity: number): number {
  return clamp(gravity / 20, 0, 1);
}

/** Gravity in m/s² of the original for a gain. */
export function classicGravity(volume: number): number {
  return clamp(9.81 * 20 * volume, 1, 20);
}

/** Pitch 0..1 of the original for a tempo in BPM; one half, at 120, is untransposed. */
export function classicPitch(tempo: number): number {
  return clamp((tempo - 40) / 160, 0, 1);
}

/** Frequency in Hz of the particles of the original, for their mean height in m. */
export function classicNoteHz(meanHeight: number): number {
  return 220 + 10 * meanHeight;
}

/** Amplitude of the original, from the mean kinetic energy in J. */
export function classicAmplitude(kineticEnergy: number): number {
  return clamp(kineticEnergy / 100, 0.1, 0.8);
}

/** Range of the original's pitch in semitones. */
const pitchSpan = 24;

/**
 * The formulas of the original Harmonic Universe, which reach their limits (20 m/s², 200 BPM) within two passes. The original has no
 * strengths: a link is off at 0 and fully on above.
 */
export function coupleClassic(input: CouplingInput, out: CouplingOutput): void {
  const { parameters: p, gravity, maxSpeed } = input;
  out.tempo = p.gravityToTempo > 0 ? classicTempo(gravity) : p.tempo;
  out.volume = p.gravityToVolume > 0 ? classicVolume(gravity) : 1;
  out.pitch = p.tempoToPitch > 0 ? (classicPitch(out.tempo) - 0.5) * pitchSpan : 0;
  out.gravity = p.volumeToGravity > 0 ? classicGravity(out.volume) : p.gravity;
  out.brightness = gravity / 20;
  out.saturation = (out.tempo - 40) / 160;
  out.filter = p.scaleToTimbre > 0 ? clamp(maxSpeed / 20, 0.1, 0.9) : 1;
  out.reverb = p.scaleToTimbre > 0 ? clamp(p.restitution, 0.1, 0.9) : 1;
}
