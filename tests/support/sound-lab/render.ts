import * as Tone from 'tone';
import { createRenderingContext } from '../../../client/audio/native-context.ts';
import { createSoundGraph, type SoundGraph } from '../../../client/audio/sound-graph.ts';
import type { ParameterValues } from '../../../shared/parameters/index.ts';
import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import type { Note } from '../../../shared/simulation/note.ts';
import { createLoudnessMeter } from '../../../client/audio/loudness.ts';
import { truePeakOf } from '../../../client/audio/true-peak.ts';
import { peakDb, spectralCentreHz } from './measures.ts';
import { sideDb } from './side.ts';
import { bandLevels, halfOctavesHz, sixthsHz, monoOf } from './spectrum.ts';
import type { Mix } from '../../../client/common/part-mix.ts';

/** Input of a rendering: notes by tick (60 per second), and the values that the sound follows. */
export interface LabSound {
  seconds: number;
  parameters: ParameterValues;
  notes: readonly Note[];
  /** Scalars, 10 per second; the last set applies to the rest. */
  scalars: readonly Partial<FrameScalars>[];
  /** Hums of the swarm from a time in seconds on; records as in `swarm-layout.ts`. */
  hums?: readonly { at: number; records: readonly number[] }[];
  mix?: Mix;
  /** Seconds at which the transport is paused or resumed. */
  transport?: readonly { at: number; playing: boolean }[];
  /** Seconds at the beginning that are not measured. */
  settle?: number;
  /** Measures a spectrum for each quarter of a second too. */
  spectrogram?: boolean;
  /** Keeps this rendering as a reference for later ones. */
  keep?: boolean;
}

export interface LabRendering {
  lufs: number;
  /** Loudness of the last 3 s in LUFS, after each tenth of a second; −Infinity before that much was heard. */
  shortTerm: number[];
  peakDb: number;
  truePeakDb: number;
  centreHz: number;
  /** Level of the difference of both sides, in dB of that of their sum. */
  sideDb: number;
  /** Level of each tenth of a second, dBFS. */
  levels: number[];
  /** Times in seconds at which sound starts after a silence of 20 ms or more. */
  onsets: number[];
  /** Mean of the samples: DC offset. */
  offset: number;
  /** Time of the page's own work, divided by the length of the sound. */
  scheduling: number;
  realTimeFactor: number;
  /** Mean level in each half octave of the sum of both sides, dB; see `halfOctavesHz`. */
  bands: number[];
  /** The same for each quarter of a second in finer bands, if requested; see `sixthsHz`. */
  spectrogram: number[][];
  /** Difference from the nearest kept rendering: power of the difference, divided by the sum of both powers. */
  difference: number;
}

const sampleRate = 48_000;
const ticksPerSecond = 60;
const lookAheadSeconds = 0.12;
const kept: (readonly Float32Array[])[] = [];

/** Renders in an offline context, block by block like a page: notes 0.12 s ahead, parameters 30 times per second. */
async function render(input: LabSound): Promise<LabRendering> {
  const context = new Tone.OfflineContext(createRenderingContext(input.seconds * sampleRate, sampleRate));
  const graph: SoundGraph = await createSoundGraph(context, { mix: input.mix, waitsFor: [input.parameters] });
  for (const { at, records } of input.hums ?? []) graph.hum(Float32Array.from(records), at);
  await graph.arrived();
  const transport = [{ at: 0, playing: true }, ...(input.transport ?? [])];
  let block = 0;
  let note = 0;
  let schedulingMs = 0;
  context.on('tick', () => {
    const began = performance.now();
    const now = context.currentTime;
    if (block % 13 === 0)
      graph.update(input.parameters, input.scalars[Math.min(input.scalars.length - 1, Math.floor(now * 10))] as FrameScalars);
    while (transport.length > 0 && transport[0].at <= now) graph.setPlaying(transport.shift()!.playing);
    while (note < input.notes.length && input.notes[note].tick / ticksPerSecond <= now + lookAheadSeconds) {
      const played = input.notes[note++];
      graph.play(played, (played.tick - played.lateTicks) / ticksPerSecond + 0.02);
    }
    block += 1;
    schedulingMs += performance.now() - began;
  });
  const began = performance.now();
  const buffer = await context.render();
  const renderMs = performance.now() - began;
  const channels = [0, 1].map((channel) => buffer.getChannelData(channel).slice(Math.floor((input.settle ?? 0) * sampleRate)));
  const difference = Math.min(...kept.map((other) => differenceOf(other, channels)));
  if (input.keep) kept.push(channels);
  return {
    ...heardLoudness(channels),
    peakDb: peakDb(channels),
    truePeakDb: truePeakOf(channels),
    sideDb: sideDb(channels),
    centreHz: spectralCentreHz(channels[0], sampleRate),
    levels: levelsOf(channels),
    bands: bandLevels(monoOf(channels), sampleRate, halfOctavesHz),
    spectrogram: input.spectrogram ? spectrogramOf(monoOf(channels)) : [],
    onsets: onsetsOf(channels[0]),
    offset: channels[0].reduce((sum, sample) => sum + sample, 0) / channels[0].length,
    scheduling: schedulingMs / 1000 / input.seconds,
    realTimeFactor: renderMs / 1000 / input.seconds,
    difference,
  };
}

/** Measures the loudness of sound at 48 kHz. */
export function heardLoudness(channels: readonly Float32Array[]): Pick<LabRendering, 'lufs' | 'shortTerm'> {
  const meter = createLoudnessMeter(sampleRate, channels.length);
  const tenth = sampleRate / 10;
  const shortTerm: number[] = [];
  for (let from = 0; from + tenth <= channels[0].length; from += tenth) {
    meter.push(channels, from, from + tenth);
    shortTerm.push(meter.shortTerm);
  }
  return { lufs: meter.integrated, shortTerm };
}

const quarter = sampleRate / 4;
const spectrogramOf = (samples: Float32Array) =>
  Array.from({ length: Math.floor(samples.length / quarter) }, (_, index) =>
    bandLevels(samples.subarray(index * quarter, (index + 1) * quarter), sampleRate, sixthsHz),
  );

const heardFrom = 0.01;

function onsetsOf(samples: Float32Array): number[] {
  const onsets: number[] = [];
  let quietSince = 0;
  samples.forEach((sample, index) => {
    if (Math.abs(sample) < heardFrom) return;
    if (index - quietSince > sampleRate / 50) onsets.push(index / sampleRate);
    quietSince = index;
  });
  return onsets;
}

function levelsOf(channels: readonly Float32Array[]): number[] {
  const length = sampleRate / 10;
  const levels: number[] = [];
  for (let start = 0; start + length <= channels[0].length; start += length) {
    let squares = 0;
    for (const samples of channels) for (let index = start; index < start + length; index++) squares += samples[index] ** 2;
    levels.push(10 * Math.log10(squares / (2 * length) + 1e-12));
  }
  return levels;
}

function differenceOf(a: readonly Float32Array[], b: readonly Float32Array[]): number {
  let apart = 0;
  let power = 0;
  for (const [channel, samples] of a.entries()) {
    for (let index = 0; index < samples.length; index++) {
      apart += (samples[index] - b[channel][index]) ** 2;
      power += samples[index] ** 2 + b[channel][index] ** 2;
    }
  }
  return power === 0 ? 0 : apart / power;
}

declare global {
  interface Window {
    renderSound?: typeof render;
    /** Forgets the renderings that were kept as references. */
    forgetRenderings?: () => void;
  }
}
window.renderSound = render;
window.forgetRenderings = () => void kept.splice(0);
