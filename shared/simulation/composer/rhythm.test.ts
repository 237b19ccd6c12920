import { expect, it } from 'vitest';
import { type ListenedNote, listen, ofPart, openQuietSimulation } from '../../../tests/support/listen.ts';
import { nameOfPattern, timelineNames } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import { parts } from '../note.ts';
import { minOnsetTicks } from './part-writer.ts';

/** The most ticks in any second in which a part starts a note. */
const densest = (notes: readonly ListenedNote[], ticks: number) => {
  const begins = new Uint8Array(ticks + 61);
  for (const { tick } of notes) begins[tick] = 1;
  let most = 0;
  for (let first = 0; first < ticks; first++)
    most = Math.max(
      most,
      begins.subarray(first, first + 60).reduce((sum, begun) => sum + begun, 0),
    );
  return most;
};

const dense: Partial<ParameterValues> = { noteDensity: 8, rhythmComplexity: 1, harmony: 1, motionToRhythm: 1, gravity: 20 };
const settings: Partial<ParameterValues>[] = [
  { ...dense, tempo: 240, meter: '7/8' },
  { ...dense, tempo: 240, swing: 0.75 },
  { ...dense, tempo: 149, swing: 0.5 },
  { ...dense, tempo: 75 },
  { ...dense, tempo: 151, meter: '5/4', attack: 0.001 },
];

it('starts no more than ten notes or chords of a part in any second, at any tempo and density', () => {
  for (const values of settings) {
    const simulation = openQuietSimulation(values);
    const notes = listen(simulation, 1500);
    for (const part of parts) expect(densest(ofPart(part, notes), 1500), `${part} at ${values.tempo}`).toBeLessThanOrEqual(10);
  }
});

it('keeps that limit while tempo and meter change, with a tenth of a second between any two', () => {
  const edits = Array.from({ length: 40 }, (_, sequence) => ({
    sequence,
    tick: 40 + sequence * 29,
    edit: {
      kind: 'parameters.set',
      values: { tempo: sequence % 3 === 0 ? 240 : 100, meter: sequence % 2 === 0 ? '2/4' : '5/4', swing: (sequence % 3) * 0.3 },
    } as const,
  }));
  const notes = listen(openQuietSimulation({ ...dense, tempo: 150, meter: '5/4' }), 1200, edits);
  for (const part of parts) {
    expect(densest(ofPart(part, notes), 1200), part).toBeLessThanOrEqual(10);
    const ticks = [...new Set(ofPart(part, notes).map(({ tick }) => tick))];
    for (const [index, tick] of ticks.slice(1).entries()) expect(tick - ticks[index], part).toBeGreaterThanOrEqual(minOnsetTicks);
  }
});

it('gives the notes that a part may not play to the texture', () => {
  const overflow = (values: Partial<ParameterValues>) => {
    // With this seed the melody never has to rest for want of an allowed note, which the texture would take over as well.
    const notes = listen(openQuietSimulation(values, 2), 1800);
    expect(notes.every(({ rule, part }) => rule !== 'overflow' || part === 'texture')).toBe(true);
    return notes.filter(({ rule }) => rule === 'overflow').length;
  };
  expect(overflow({ tempo: 100, noteDensity: 1 })).toBe(0);
  const some = overflow({ tempo: 160, noteDensity: 4 });
  const many = overflow({ tempo: 240, noteDensity: 8, rhythmComplexity: 0.2 });
  expect(some).toBeGreaterThan(20);
  expect(many).toBeGreaterThan(some);
});

it('gives the texture every such note while it has room', () => {
  // At 200 BPM a melody has nine notes a second, and a few more are wanted here.
  const simulation = openQuietSimulation({
    tempo: 200,
    gravityToTempo: 0,
    noteDensity: 3,
    motionToRhythm: 0,
    textureLevel: -6,
    rhythmComplexity: 0.1,
    drumLevel: -60,
  });
  const notes = listen(simulation, 3600);
  const bars = simulation.world.stores.Clock.bar[0];
  const sung = ofPart('lead', notes).length;
  const taken = notes.filter(({ rule }) => rule === 'overflow').length;
  // Three a beat are wanted in the bars in which the melody does not rest; eighths are its fastest notes at that tempo.
  const barsSung = new Set(ofPart('lead', notes).map(({ bar }) => bar)).size;
  expect(barsSung).toBeLessThanOrEqual(bars + 1);
  expect(sung).toBeLessThanOrEqual(8 * barsSung);
  expect(taken).toBeGreaterThan(barsSung * 2);
  expect(sung + taken).toBeGreaterThan(0.85 * barsSung * 12 * (0.75 + 0.25 * 0.6));
});

it('chooses a pattern by the particles, and keeps it for the phrase', () => {
  const patternsOf = (values: Partial<ParameterValues>) => {
    const simulation = openQuietSimulation(values);
    const { Composer, Clock, Senses } = simulation.world.stores;
    const phrases: { patterns: Set<string>; contacts: number }[] = [];
    listen(simulation, 3000, [], () => {
      const contacts = Senses.bounces[0] + Senses.collisions[0] + Senses.crossings[0];
      const phrase = (phrases[Math.floor(Clock.bar[0] / 4)] ??= { patterns: new Set(), contacts });
      phrase.patterns.add(nameOfPattern(Composer.pattern[0]));
    });
    expect(phrases.every(({ patterns }) => patterns.size === 1)).toBe(true);
    const timelines = phrases.map(({ patterns, contacts }) => ({ name: [...patterns][0], contacts }));
    return timelines.filter(({ name }) => (timelineNames as readonly string[]).includes(name));
  };
  const plain = ['straight', 'backbeat', 'straight-eighths', 'tresillo', 'habanera'];
  const floating = patternsOf({ gravity: 0, turbulence: 0, particleSpeed: 0.1, fieldStrength: 0, bounds: 'open' });
  const crowded = patternsOf({ bounds: 'box', boundsSize: 3, particleSpeed: 12, restitution: 1, collisions: true, particleRadius: 0.2 });
  const quiet = floating.filter(({ contacts }) => contacts < 5);
  expect(quiet.length).toBeGreaterThan(1);
  expect(quiet.every(({ name }) => plain.includes(name))).toBe(true);
  expect(crowded.some(({ name }) => ['gahu', 'soukous', 'samba', 'cinquillo'].includes(name))).toBe(true);
});
