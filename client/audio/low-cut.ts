import * as Tone from 'tone';
import { amplitudeOfDb } from '../common/decibels.ts';

/** Coefficients of a high-pass of the second order, `resonanceDb` at its corner. @see Web Audio API, "Filters characteristics", highpass */
function highpass(cornerHz: number, resonanceDb: number, sampleRate: number): { feedforward: number[]; feedback: number[] } {
  const turn = (2 * Math.PI * cornerHz) / sampleRate;
  const cosine = Math.cos(turn);
  const width = Math.sin(turn) / (2 * amplitudeOfDb(resonanceDb));
  const edge = (1 + cosine) / 2;
  return { feedforward: [edge, -2 * edge, edge], feedback: [1 + width, -2 * cosine, 1 - width] };
}

/**
 * Takes away what lies below a corner that never moves; made in Tone's current context. So low a corner wants more digits than
 * the samples of a BiquadFilterNode have: there its rounding is heard as noise at −83 dB, another one in each rendering.
 */
export function createLowCut(cornerHz: number): AudioNode {
  const context = Tone.getContext();
  const { feedforward, feedback } = highpass(cornerHz, 0.6, context.sampleRate);
  return context.createIIRFilter(feedforward, feedback);
}
