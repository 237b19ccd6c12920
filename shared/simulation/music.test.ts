import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parametersArbitrary } from '../../tests/support/arbitraries.ts';
import { type ListenedNote, listen as play, ofPart as of, openQuietSimulation as open } from '../../tests/support/listen.ts';
import { beatsPerBar, frequencyOf, pitchClassOf, scaleOf, tonicOf } from '../music/index.ts';
import { parameters, type ParameterValues } from '../parameters/index.ts';
import type { musicParameters } from '../parameters/music.ts';
import { type Note, type Part, parts } from './note.ts';

const isInScale = (note: Note, values: Pick<ParameterValues, 'scale' | 'customScale' | 'key'>) =>
  scaleOf(values).includes(pitchClassOf(note.midi - tonicOf(values.key)));

it('plays only notes of the scale, tuned, in range and of finite length, for any parameters', () => {
  fc.assert(
    fc.property(parametersArbitrary, (values) => {
      const simulation = open({ ...values, particleCount: 300 });
      const { first, capacity } = simulation.world.pools.particle;
      for (const note of play(simulation, 150)) {
        expect(isInScale(note, values), `${note.part} ${note.midi}`).toBe(true);
        expect(note.frequencyHz).toBe(frequencyOf(note.midi, tonicOf(values.key), scaleOf(values), values.tuning));
        expect(note.midi >= 20 && note.midi <= 112).toBe(true);
        expect(note.velocity > 0 && note.velocity <= 1 && Math.abs(note.pan) <= 1).toBe(true);
        expect(Number.isInteger(note.durationTicks) && note.durationTicks > 0).toBe(true);
        expect(note.lateTicks >= -2 && note.lateTicks <= 1).toBe(true);
        expect(note.cause === simulation.world.pools.universe.first || (note.cause >= first && note.cause < first + capacity)).toBe(true);
        expect(note.drum === null).toBe(note.part !== 'drums');
      }
    }),
    { numRuns: 60 },
  );
});

it('stays in the scale when key and scale are changed in the middle of a bar', () => {
  const simulation = open();
  play(simulation, 130);
  const values = { key: 'F♯', scale: 'custom', customScale: '100110100110' } as const;
  const [after] = [play(simulation, 200, [{ sequence: 1, tick: 131, edit: { kind: 'parameters.set', values } }])];
  expect(after.length).toBeGreaterThan(10);
  expect(after.filter((note) => !isInScale(note, values))).toEqual([]);
});

it('writes the same music for the same document, and different music for another seed', () => {
  const first = play(open(), 900);
  expect(play(open(), 900)).toEqual(first);
  expect(play(open({}, 2), 900)).not.toEqual(first);
});

it('starts at once and plays between 30 and 2000 notes a minute', () => {
  const settings: Partial<ParameterValues>[] = [
    {},
    { tempo: 40, noteDensity: 0.125, rhythmComplexity: 0 },
    { tempo: 240, noteDensity: 8, rhythmComplexity: 1, harmony: 1, motionToRhythm: 1, meter: '7/8' },
    { tempo: 90, noteDensity: 8, rhythmComplexity: 1, swing: 0.75 },
  ];
  for (const values of settings) {
    const notes = play(open(values), 1800);
    expect(notes[0].tick).toBeLessThan(60);
    expect(notes.length * 2).toBeGreaterThan(30);
    expect(notes.length * 2).toBeLessThan(2000);
  }
});

it('lights up the particle that plays a note', () => {
  const simulation = open({ bounceFlash: 1 });
  const { Look } = simulation.world.stores;
  for (let seen = 0; seen < 40;) {
    simulation.step();
    for (const note of simulation.notes) {
      const slot = note.cause - simulation.world.pools.particle.first;
      if (slot < 0) continue;
      seen += 1;
      expect(Look.flash[slot]).toBeGreaterThan(0.4);
      expect(Look.part[slot]).toBeGreaterThan(0);
    }
  }
});

it('plays only the pulse of the bass in an empty universe', () => {
  const notes = play(open({ emissionRate: 0 }), 1200);
  expect(notes.length).toBeGreaterThan(3);
  expect(notes.length).toBeLessThan(15);
  expect(new Set(notes.map(({ rule }) => rule))).toEqual(new Set(['pulse']));
});

it('has phrases: bars that return, bars that differ, and a melody with rests', () => {
  const simulation = open({ particleCount: 1000, motionToRhythm: 0 });
  const lead = of('lead', play(simulation, 60 * 60));
  const { Clock } = simulation.world.stores;
  const bars = Clock.bar[0];
  const barTicks = (beatsPerBar('4/4') * 3600) / simulation.world.stores.Modulation.tempo[0];
  const rhythmOf = (bar: number) => {
    const own = lead.filter((note) => note.bar === bar);
    return own.map((note) => Math.floor(((note.tick - own[0].tick) * 16) / barTicks + 0.5)).join(' ');
  };
  const rhythms = Array.from({ length: bars }, (_, bar) => rhythmOf(bar));
  const distinct = new Set(rhythms).size;
  expect(distinct).toBeGreaterThan(2);
  expect(distinct).toBeLessThan(bars * 0.6);
  const steps = lead.slice(1).map((note, index) => Math.abs(note.midi - lead[index].midi));
  // Melodies move by steps and thirds, and rarely leap by more than an octave.
  expect(steps.filter((step) => step <= 4).length / steps.length).toBeGreaterThan(0.6);
  expect(steps.filter((step) => step > 12).length / steps.length).toBeLessThan(0.05);
  const longest = Math.max(...lead.slice(1).map((note, index) => note.tick - lead[index].tick));
  expect(longest).toBeGreaterThan(barTicks / 2);
});

it('keeps the parts in their own registers', () => {
  const notes = play(open(), 1800);
  const middle = (part: Part) => of(part, notes).reduce((sum, note) => sum + note.midi, 0) / of(part, notes).length;
  expect(middle('bass')).toBeLessThan(middle('chords') - 8);
  expect(middle('chords')).toBeLessThan(middle('lead') - 5);
  expect(middle('lead')).toBeLessThan(middle('texture'));
});

const otherMusic: { [K in keyof typeof musicParameters]: ParameterValues[K] } = {
  tempo: 150,
  key: 'G',
  scale: 'dorian',
  customScale: '101010010101',
  tuning: 'just',
  harmony: 0.9,
  rhythmComplexity: 0.9,
  melodyRange: 1,
  noteDensity: 3,
  swing: 0.6,
  meter: '3/4',
  progression: 'I–V–vi–IV',
  form: 1,
  intensity: -0.5,
  expression: 0,
  lift: 'octave',
  octave: 1,
  leadLevel: -60,
  bassLevel: -60,
  chordLevel: -60,
  drumLevel: -60,
  textureLevel: -60,
};

/** The settings under which a parameter has an effect. */
const stages: Partial<Record<string, Partial<ParameterValues>>> = {
  customScale: { scale: 'custom' },
  // The second half of the peak comes in time.
  lift: { tempo: 240, meter: '2/4', form: 1 },
};

it.each(Object.entries(otherMusic))('%s changes the notes', (key, value) => {
  const ticks = key === 'lift' ? 1300 : 720;
  const plain = play(open(stages[key]), ticks);
  const other = play(open({ ...stages[key], [key]: value }), ticks);
  const told = (notes: ListenedNote[]) =>
    notes.map(({ tick, lateTicks, part, midi, frequencyHz }) => `${tick - lateTicks} ${part} ${midi} ${frequencyHz}`);
  expect(told(other)).not.toEqual(told(plain));
});

it.each(['leadLevel', 'bassLevel', 'chordLevel', 'drumLevel', 'textureLevel'] as const)(
  '%s makes its part louder, and silent at −60',
  (key) => {
    const part = parts[['leadLevel', 'bassLevel', 'chordLevel', 'drumLevel', 'textureLevel'].indexOf(key)];
    expect(of(part, play(open({ [key]: -60 }), 600))).toEqual([]);
    const loudness = (level: number) => {
      const simulation = open({ [key]: level });
      play(simulation, 600);
      return simulation.world.stores.Modulation.smoothLoudness[0];
    };
    expect(loudness(6)).toBeGreaterThan(loudness(-30));
  },
);

it.each(['motionToRhythm', 'tempoToPitch', 'gravityToTempo', 'volumeToGravity', 'soundToMotion'] as const)(
  '%s changes the universe',
  (key) => {
    const hashAt = (value: number) => {
      const simulation = open({ [key]: value, gravity: 14, tempo: 170, restitution: 0.9 });
      play(simulation, 600);
      return simulation.hash();
    };
    expect(hashAt(0)).not.toBe(hashAt(1));
  },
);

it('settles in stable mode and runs to the limits in classic mode', () => {
  const run = (couplingMode: ParameterValues['couplingMode']) => {
    const simulation = open({ couplingMode, gravityToTempo: 1, gravityToVolume: 1, volumeToGravity: 1 });
    play(simulation, 1200);
    const { gravity, tempo } = simulation.world.stores.Modulation;
    return { gravity: gravity[0], tempo: tempo[0] };
  };
  const stable = run('stable');
  expect(stable.gravity).toBeGreaterThan(parameters.gravity.default * 0.85);
  expect(stable.gravity).toBeLessThan(parameters.gravity.default * 1.35);
  const classic = run('classic');
  expect(classic.gravity).toBeGreaterThan(19.5);
  expect(classic.tempo).toBeGreaterThan(195);
});

it('pushes particles away from a note, and never beyond the speed limit', () => {
  const fastestAfter = (soundToMotion: number) => {
    const simulation = open({
      soundToMotion,
      gravity: 0,
      turbulence: 0,
      airResistance: 0,
      particleSpeed: 0.2,
      fieldStrength: 0,
      bounds: 'open',
      emissionRate: 2000,
      particleLifetime: 120,
      noteDensity: 8,
    });
    play(simulation, 900);
    const { Velocity, Clock } = simulation.world.stores;
    let fastest = 0;
    for (let i = 0; i < Clock.used[0]; i++) fastest = Math.max(fastest, Math.hypot(Velocity.x[i], Velocity.y[i], Velocity.z[i]));
    return fastest;
  };
  expect(fastestAfter(0)).toBeLessThan(0.25);
  const pushed = fastestAfter(1);
  expect(pushed).toBeGreaterThan(0.5);
  expect(pushed).toBeLessThanOrEqual(12.001);
});
