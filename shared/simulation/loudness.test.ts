import { describe, expect, it } from 'vitest';
import { buildVoices } from '../../tests/support/loop-model.ts';
import { defaultParameters, parameters, type ParameterValues } from '../parameters/index.ts';
import type { Drum, Note } from './note.ts';
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

/** Tempos from the slowest to the fastest, in BPM. */
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

  it.each(tempos)('at %d BPM, a new loudness takes more than a beat to reach 1 − 1/e', (tempo) => {
    const voices = buildVoices();
    voices.open({ ...defaultParameters, attack: 0.001, sustain: 1 });
    const { loudness, smoothLoudness } = voices.world.stores.Modulation;
    const beatTicks = Math.floor((60 * ticksPerSecond) / tempo);
    voices.step(bass(100_000));
    for (let tick = 1; tick < beatTicks; tick++) voices.step();
    const share = smoothLoudness[0] / loudness[0];
    // With a time constant of a beat it would be 1 − 1/e.
    expect(share).toBeLessThan(1 - Math.exp(-1));
    for (let tick = 0; tick < 10 * ticksPerSecond; tick++) voices.step();
    expect(smoothLoudness[0] / loudness[0]).toBeGreaterThan(0.99);
  });
});

describe('the bands of the modelled sound', () => {
  const sound = (parameters: Partial<ParameterValues>, note: Note) => {
    const voices = buildVoices();
    voices.open({ ...defaultParameters, attack: 0.001, sustain: 1 });
    Object.assign(voices.world.document.parameters, parameters);
    voices.step(note);
    for (let tick = 0; tick < 5; tick++) voices.step();
    const { bass: low, middle, high } = voices.world.stores.Modulation;
    return { bass: low[0], middle: middle[0], high: high[0] };
  };
  const tone = (frequencyHz: number): Note => ({ ...bass(600), part: 'lead', frequencyHz });
  const drum = (kind: Drum): Note => ({ ...bass(2), part: 'drums', drum: kind, frequencyHz: 300 });
  const loudest = (bands: Record<string, number>) => Object.entries(bands).sort(([, a], [, b]) => b - a)[0][0];

  it('follow the frequency of a tone after the pitch parameter', () => {
    expect(loudest(sound({}, tone(80)))).toBe('bass');
    expect(loudest(sound({}, tone(400)))).toBe('middle');
    expect(loudest(sound({}, tone(3000)))).toBe('high');
    const plain = sound({}, tone(400));
    expect(sound({ pitch: 24 }, tone(400)).high).toBeGreaterThan(2 * plain.high);
    expect(sound({ pitch: -24 }, tone(400)).bass).toBeGreaterThan(2 * plain.bass);
  });

  it('follow the kind of a drum, not its tuning', () => {
    expect(loudest(sound({}, drum('kick')))).toBe('bass');
    expect(loudest(sound({}, drum('tom')))).toBe('middle');
    expect(loudest(sound({}, drum('hat')))).toBe('high');
    const snare = sound({}, drum('snare'));
    expect(snare.bass).toBe(0);
    expect(Math.min(snare.middle, snare.high)).toBeGreaterThan(0.5);
  });

  it('pulse with the beat: each stroke rises, and falls before the next', () => {
    const voices = buildVoices();
    voices.open(defaultParameters);
    Object.assign(voices.world.document.parameters, { volume: -12 });
    const heard: number[] = [];
    for (let tick = 0; tick < 300; tick++) {
      voices.step(...(tick % 30 === 0 ? [drum('kick')] : []));
      heard.push(voices.world.stores.Modulation.bass[0]);
    }
    for (let beat = 2; beat < 10; beat++) {
      const stroke = heard.slice(beat * 30, beat * 30 + 30);
      expect(Math.max(...stroke.slice(0, 8))).toBeGreaterThan(0.5);
      expect(stroke.at(-1)).toBeLessThan(0.25);
    }
  });

  it('are silent when the universe is', () => {
    const { bass: low, middle, high } = sound({ volume: -60 }, tone(400));
    expect(Math.max(low, middle, high)).toBeLessThan(0.001);
  });
});
