import * as Tone from 'tone';
import { amplitudeOfDb } from '../common/decibels.ts';

/** Coefficients of a second-order high-pass, `resonanceDb` at its corner. @see Web Audio API, "Filters characteristics", highpass */
function highpass(cornerHz: number, resonanceDb: number, sampleRate: number): { feedforward: number[]; feedback: number[] } {
  const turn = (2 * Math.PI * cornerHz) / sampleRate;
  const cosine = Math.cos(turn);
  const width = Math.sin(turn) / (2 * amplitudeOfDb(resonanceDb));
  const edge = (1 + cosine) / 2;
  return { feedforward: [edge, -2 * edge, edge], feedback: [1 + width, -2 * cosine, 1 - width] };
}

/**
 * Creates a high-pass with a fixed corner in Tone's current context. A corner this low needs more digits than a BiquadFilterNode has: its
 * rounding would be audible as noise at −83 dB, different in each rendering.
 */
export function createLowCut(cornerHz: number): AudioNode {
  const context = Tone.getContext();
  const { feedforward, feedback } = highpass(cornerHz, 0.6, context.sampleRate);
  return context.createIIRFilter(feedforward, feedback);
}
