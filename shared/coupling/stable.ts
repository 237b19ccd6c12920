import type { CouplingInput, CouplingOutput } from './links.ts';

/** Earth's gravity in m/s²: where the links are neutral. */
export const neutralGravity = 9.81;
/** Loudness at which sound neither weighs down nor lifts. */
const neutralLoudness = 0.3;

/** −1..1, slope 1 at 0: a sigmoid of + and ÷ alone. */
export function soften(x: number): number {
  return x / (1 + Math.abs(x));
}

/**
 * The default links. The only loop runs loudness → gravity → gain → loudness. With strengths a (volumeToGravity) and
 * b (gravityToVolume), G = parameter gravity and ℓ = loudness ≤ 1, its gain is at most
 * |dg/dℓ|·|dv/dg|·|dℓ/dv| ≤ (0.5·a·G)·(0.4·b·s/9.81)·(ℓ/v), where s is the slope of `soften` at g/9.81 − 1. For g ≥ 9.81 that slope
 * falls as (9.81/g)², so (G/9.81)·s ≤ 1/(1 − 0.35·0.5) at the worst; v ≥ 0.6, ℓ ≤ 1. Hence the gain is below
 * 0.5·0.4·1.22/0.6 ≈ 0.41 for every setting: the loop contracts.
 */
export function coupleStable(input: CouplingInput, out: CouplingOutput): void {
  const { parameters: p, loudness, meanSpeed, activity } = input;
  out.gravity = Math.min(20, Math.max(0, p.gravity * (1 + 0.5 * p.volumeToGravity * (loudness - neutralLoudness))));
  const weight = soften(out.gravity / neutralGravity - 1);
  out.tempo = Math.min(240, Math.max(40, p.tempo * (1 + 0.4 * p.gravityToTempo * weight)));
  out.volume = 1 + 0.4 * p.gravityToVolume * weight;
  out.pitch = 4 * p.tempoToPitch * soften((out.tempo - 120) / 120);
  out.brightness = 0.75 + 0.5 * soften(meanSpeed / 4) + 0.25 * activity;
  out.saturation = 0.85 + 0.3 * soften((out.tempo - 60) / 90);
  out.filter = 1 + 0.7 * p.scaleToTimbre * input.scaleBrightness;
  out.reverb = 1;
}
