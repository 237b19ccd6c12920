import { renderSound } from '../../../client/app/features/recording/render-sound.ts';
import { ticksPerSecond } from '../../../shared/simulation/world.ts';
import { swarmLength } from '../../../shared/simulation/swarm-layout.ts';
import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import { type LabSound, heardLoudness } from './render.ts';
import { bandLevels, halfOctavesHz, monoOf } from './spectrum.ts';

/** A recording: its loudness in LUFS, and the mean level in each half octave of the sum of both sides, dB. */
export interface LabRecording {
  lufs: number;
  bands: number[];
}

/** Records notes as the recorder of a page does. */
async function record({ seconds, parameters, notes, scalars, settle = 0 }: LabSound): Promise<LabRecording> {
  const moment = { tick: 0, parameters, scalars: scalars[0] as FrameScalars, hum: new Float32Array(swarmLength) };
  const span = { fromTick: 0, toTick: seconds * ticksPerSecond };
  const { sound } = await renderSound(
    { span, notes, moments: [moment], endHash: '' },
    { leadTicks: settle * ticksPerSecond, onProgress: () => undefined, signal: new AbortController().signal },
  );
  const { channels, sampleRate } = sound;
  return { lufs: heardLoudness(channels).lufs, bands: bandLevels(monoOf(channels), sampleRate, halfOctavesHz) };
}

declare global {
  interface Window {
    recordSound?: typeof record;
  }
}
window.recordSound = record;
