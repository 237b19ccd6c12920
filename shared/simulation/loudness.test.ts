import { describe, expect, it } from 'vitest';
import { buildVoices } from '../../tests/support/loop-model.ts';
import { defaultParameters, parameters } from '../parameters/index.ts';
import type { Note } from './note.ts';
import { ticksPerSecond } from './world.ts';

const bass = (durationTicks: number): Note => ({
  tick: 0,
  lateTicks: 0,
  part: 'bass',
  midi: 40,
  frequencyHz: 82.4,
  velocity: 1,
  durationTicks,
  pan: 0,
  rule: 'pulse',
  cause: 0,
  drum: null,
});

/** The slowest beat that the links let a universe have, its shortest notes, and a drone. */
const tempos = [parameters.tempo.min, 60, 90, 120, 180, parameters.tempo.max];

describe('the loudness in the loop is smoothed over more than a beat', () => {
  it.each(tempos)('at %d BPM, notes on the beat do not make it pulse', (tempo) => {
    const voices = buildVoices();
    voices.open({ ...defaultParameters, attack: 0.001, decay: 0.05, sustain: 0.5, release: 0.05 });
    const { loudness, smoothLoudness } = voices.world.stores.Modulation;
    const beatTicks = (60 * ticksPerSecond) / tempo;
    let due = 0;
    const loud: number[] = [];
    const smooth: number[] = [];
    const length = 30 * ticksPerSecond;
    for (let tick = 0; tick < length; tick++) {
      const begins = tick >= due;
      if (begins) due += beatTicks;
      voices.step(...(begins ? [bass(Math.floor(beatTicks / 2))] : []));
      if (tick < length / 2) continue;
      loud.push(loudness[0]);
      smooth.push(smoothLoudness[0]);
    }
    const swing = (values: number[]) => Math.max(...values) - Math.min(...values);
    expect(swing(loud)).toBeGreaterThan(0.4);
    expect(swing(smooth)).toBeLessThan(0.25 * swing(loud));
  });

  it.each(tempos)('at %d BPM, a new loudness is not believed to 1 − 1/e before a beat is over', (tempo) => {
    const voices = buildVoices();
    voices.open({ ...defaultParameters, attack: 0.001, sustain: 1 });
    const { loudness, smoothLoudness } = voices.world.stores.Modulation;
    const beatTicks = Math.floor((60 * ticksPerSecond) / tempo);
    voices.step(bass(100_000));
    for (let tick = 1; tick < beatTicks; tick++) voices.step();
    const share = smoothLoudness[0] / loudness[0];
    // One time constant of a beat would be 1 − 1/e.
    expect(share).toBeLessThan(1 - Math.exp(-1));
    for (let tick = 0; tick < 10 * ticksPerSecond; tick++) voices.step();
    expect(smoothLoudness[0] / loudness[0]).toBeGreaterThan(0.99);
  });
});
