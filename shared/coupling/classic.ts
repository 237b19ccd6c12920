import { clamp, type CouplingInput, type CouplingOutput } from './links.ts';

const mix = (from: number, to: number, share: number) => from + (to - from) * share;

/**
 * The formulas of the original Harmonic Universe. At full strength they run to their rails (20 m/s², 200 BPM) within two
 * passes; each strength blends from the parameter to the formula.
 */
export function coupleClassic(input: CouplingInput, out: CouplingOutput): void {
  const { parameters: p, gravity, maxSpeed } = input;
  const volume = clamp(gravity / 20, 0, 1);
  out.tempo = mix(p.tempo, clamp(Math.floor((120 * gravity) / 9.81), 40, 200), p.gravityToTempo);
  out.volume = mix(1, volume, p.gravityToVolume);
  const pitch = clamp((out.tempo - 40) / 160, 0, 1);
  out.pitch = p.tempoToPitch * (pitch - 0.5) * 24;
  out.gravity = mix(p.gravity, clamp(9.81 * 20 * volume, 1, 20), p.volumeToGravity);
  out.brightness = gravity / 20;
  out.saturation = (out.tempo - 40) / 160;
  out.filter = mix(1, 2 * clamp(maxSpeed / 20, 0.1, 0.9), p.scaleToTimbre);
  out.reverb = 2 * clamp(p.restitution, 0.1, 0.9);
}
