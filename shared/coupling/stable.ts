import { exp2, log2, pow } from '../math/exact.ts';
import { clamp, type CouplingInput, type CouplingOutput } from './links.ts';

/** Earth's gravity in m/s², at which the links are neutral. */
export const neutralGravity = 9.81;
/** Modelled loudness of an ordinary passage, at which the link is neutral. */
export const neutralLoudness = 0.3;
/** Share of its gravity that a universe gains from silence to full loudness, at full strength. */
const loudnessReach = 0.5;
/** Tempo in BPM at which the registers of the music are where they are without the link. */
export const neutralTempo = 120;
const tempoExponent = 0.75;
/** Weights at no gravity and at the strongest: between them the tide moves it. */
const leastWeight = 0.5;
const mostWeight = 1.5194;
/** Share of the weight by which the tide moves it to either side. */
const tideReach = 0.1;

/** −1..1, slope 1 at 0: a sigmoid of + and ÷ alone. */
function soften(x: number): number {
  return x / (1 + Math.abs(x));
}

/**
 * Moves a weight by the tide −1..1. Near one of the limits it only moves away from it, so that it stays between them; relative to the
 * weight it changes less than the weight itself (the elasticity is 1 − 1.96·0.1·w/(…) < 1), so that the loop contracts as without it.
 */
function sway(weight: number, tide: number): number {
  const middle = 1 - (2 * (weight - leastWeight)) / (mostWeight - leastWeight);
  return weight * (1 + tideReach * (tide + middle));
}

/**
 * The default links. With strengths a (gravity → tempo), b (gravity → volume), c (volume → gravity), gravity g, gain v and loudness ℓ:
 *
 * w = (g + g₀) / 2g₀, moved by a slow tide from outside of the loop, tempo = T·w^(¾a), v = w^b, g′ = G·(1 + ½c(ℓ − 0.3)).
 *
 * Contraction, by elasticities (relative change out over relative change in), all products of one turn of the loop: w follows g by g/(g +
 * g₀) ≤ 0.68 for g ≤ 20.6; v follows w by b ≤ 1 and the tempo by ¾a ≤ 0.75. The summed amplitude s follows v by 1. It follows the tempo by
 * E ≤ 10: the rate of the notes by 1, and a shorter note, released before it has decayed, leaves a longer tail by at most the logarithm of
 * the longest release over the shortest decay, ln 10⁴ = 9.2. The loudness ℓ = s/(½ + s) follows s by 1 − ℓ, and g′ follows ℓ by ½cℓ/(1 +
 * ½c(ℓ − 0.3)): together by at most 0.12, at ℓ = 0.44. One turn: 0.68 · (1 + 0.75 · 10) · 0.12 ≤ 0.7 < 1, and g′ stays within G·[0.85,
 * 1.35] for any music. E can be larger where an attack of a second or so is followed by a decay of a few milliseconds and no sustain, and
 * notes end just there: 0.96 for one turn is the largest value that a search among such found, still below 1.
 */
export function coupleStable(input: CouplingInput, out: CouplingOutput): void {
  const { parameters: p, gravity, loudness, tide, meanSpeed, activity, scaleBrightness } = input;
  out.gravity = clamp(p.gravity * (1 + loudnessReach * p.volumeToGravity * (loudness - neutralLoudness)), 0, 20);
  const weight = sway((gravity + neutralGravity) / (2 * neutralGravity), tide);
  out.tempo = clamp(p.tempo * pow(weight, tempoExponent * p.gravityToTempo), 40, 240);
  out.volume = pow(weight, p.gravityToVolume);
  // Pitch moves by registers of the scale, see registerLift: a transposition of the instruments would leave the key.
  out.pitch = 0;
  out.brightness = 0.75 + 0.5 * soften(meanSpeed / 4) + 0.25 * activity;
  out.saturation = 0.85 + 0.3 * soften((out.tempo - 60) / 90);
  out.filter = exp2(1.3 * p.scaleToTimbre * scaleBrightness);
  out.reverb = exp2(-0.6 * p.scaleToTimbre * scaleBrightness);
}

/** Semitones by which the registers of the music rise with the tempo in BPM: up to half an octave per doubling. */
export function registerLift(tempo: number, strength: number): number {
  return 6 * strength * log2(tempo / neutralTempo);
}

/**
 * Returns the drive of the rhythm by the particles, 0..1; 0.5 when the link is off. `activity` and the `usual` activity of the universe are
 * 0..1: a universe that becomes busy plays more than one that has always been as busy.
 */
export function rhythmDrive(activity: number, usual: number, strength: number): number {
  return clamp(0.5 + (0.8 * (activity - 0.5) + 1.4 * (activity - usual)) * strength, 0, 1);
}
