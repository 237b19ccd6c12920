import { expect, it } from 'vitest';
import { scales } from '../../music/index.ts';
import { defaultDocument, type Edit, type LoggedEdit, type UniverseDocument } from '../../universe/index.ts';
import type { Note } from '../note.ts';
import { restoreSimulation } from '../restore-simulation.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { maxHeldTicks } from './play-hands.ts';

/** Returns a universe whose only notes are played ones. */
function quiet(parameters: Partial<UniverseDocument['parameters']> = {}): UniverseDocument {
  const document = defaultDocument();
  const silent = {
    particleCount: 400,
    bassLevel: -60,
    chordLevel: -60,
    drumLevel: -60,
    textureLevel: -60,
  } as const;
  return { ...document, parameters: { ...document.parameters, ...silent, noteDensity: 0, key: 'C', scale: 'major', ...parameters } };
}

const press = (midi: number, velocity = 0.8): Edit => ({ kind: 'note.press', midi, velocity });
const release = (midi: number): Edit => ({ kind: 'note.release', midi });

interface Heard {
  notes: Note[];
  releases: { tick: number; key: number }[];
}

/** Runs to a tick with edits by their ticks; returns the played notes and the releases. */
function play(simulation: Simulation, until: number, edits: Record<number, Edit[]>): Heard {
  const heard: Heard = { notes: [], releases: [] };
  while (simulation.tick < until) {
    const tick = simulation.tick + 1;
    simulation.step((edits[tick] ?? []).map((edit, index): LoggedEdit => ({ sequence: tick * 100 + index, tick, edit })));
    for (const key of simulation.releases) heard.releases.push({ tick, key });
    heard.notes.push(...simulation.notes.filter(({ rule }) => rule === 'played').map((note) => ({ ...note })));
  }
  return heard;
}

const heldVoices = ({ world }: Simulation) => world.stores.Voice.key.reduce((held, key) => held + (key > 0 ? 1 : 0), 0);

it('plays a key in the tick of its edit, by a live particle, which lights up', () => {
  const simulation = createSimulation(quiet());
  const { notes } = play(simulation, 90, { 90: [press(64, 0.5)] });
  expect(notes).toMatchObject([{ tick: 90, part: 'lead', rule: 'played', midi: 64, velocity: 0.5, lateTicks: 0, key: 64 }]);
  const { world } = simulation;
  const slot = notes[0].cause - world.pools.particle.first;
  expect(world.stores.Life.lifetime[slot]).toBeGreaterThan(0);
  expect(world.stores.Look.flash[slot]).toBeGreaterThan(0);
});

it('is caused by the universe itself when there is no particle', () => {
  const simulation = createSimulation({ ...quiet(), emitters: [] });
  const { notes } = play(simulation, 10, { 10: [press(60)] });
  expect(notes[0].cause).toBe(simulation.world.pools.universe.first);
});

it('maps every key to a note of the scale, the outermost too', () => {
  for (const scale of ['major', 'blues', 'minor-pentatonic', 'whole-tone'] as const) {
    const simulation = createSimulation({ ...quiet({ scale, key: 'F♯' }), emitters: [] });
    const edits = Object.fromEntries(Array.from({ length: 128 }, (_, key) => [key * 6 + 1, [press(key)]]));
    const { notes } = play(simulation, 128 * 6, edits);
    expect(notes).toHaveLength(128);
    for (const { midi } of notes) {
      expect(scales[scale]).toContain((midi - 6 + 120) % 12);
      expect(midi >= 0 && midi <= 127).toBe(true);
    }
  }
});

it('holds a note until its key is released, and then fades its voice', () => {
  const simulation = createSimulation(quiet());
  const { releases } = play(simulation, 200, { 60: [press(67)], 180: [release(67)] });
  expect(releases).toEqual([{ tick: 180, key: 67 }]);
  expect(heldVoices(simulation)).toBe(0);
  const before = createSimulation(quiet());
  play(before, 179, { 60: [press(67)] });
  expect(heldVoices(before)).toBe(1);
  const voice = before.world.stores.Voice.key.indexOf(68);
  expect(before.world.stores.Voice.stage[voice]).toBe(3);
});

it('ends a key that is never released after eight seconds', () => {
  const simulation = createSimulation(quiet());
  const { notes, releases } = play(simulation, 9 + maxHeldTicks, { 10: [press(60)] });
  expect(notes[0].durationTicks).toBe(480);
  expect(heldVoices(simulation)).toBe(1);
  play(simulation, 10 + maxHeldTicks, {});
  expect(heldVoices(simulation)).toBe(0);
  expect(releases).toEqual([]);
});

it('plays a short note for a key that is released in the tick of its press', () => {
  const { notes, releases } = play(createSimulation(quiet()), 20, { 10: [press(60), release(60)] });
  expect(notes).toMatchObject([{ durationTicks: 6 }]);
  expect(notes[0].key).toBeUndefined();
  expect(releases).toEqual([]);
});

it('releases a key that is pressed again before it plays it again', () => {
  const { notes, releases } = play(createSimulation(quiet()), 60, { 20: [press(60)], 40: [press(60)] });
  expect(notes.map(({ tick }) => tick)).toEqual([20, 40]);
  expect(releases).toEqual([{ tick: 40, key: 60 }]);
});

it('limits a flood of keys, and the voices that they hold', () => {
  const flood = Object.fromEntries(Array.from({ length: 300 }, (_, tick) => [tick + 1, [press(40 + (tick % 40)), press(20)]]));
  const simulation = createSimulation(defaultDocument());
  const { notes } = play(simulation, 300, flood);
  expect(notes.length).toBeGreaterThan(55);
  expect(notes.length).toBeLessThanOrEqual(12 + 12 * 5);
  expect(heldVoices(simulation)).toBeLessThanOrEqual(16);
});

it('releases the oldest of seventeen held keys', () => {
  const edits = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [10 + index * 10, [press(48 + index)]]));
  const simulation = createSimulation(quiet({ scale: 'chromatic' }));
  const { releases } = play(simulation, 180, edits);
  expect(releases).toEqual([{ tick: 170, key: 48 }]);
  expect(heldVoices(simulation)).toBe(16);
});

it('releases all keys at a restart, and forgets a press just before it', () => {
  const simulation = createSimulation(quiet());
  const { notes, releases } = play(simulation, 60, { 20: [press(60), press(64)], 40: [press(67), { kind: 'restart' }], 50: [press(72)] });
  expect(releases).toEqual([
    { tick: 40, key: 60 },
    { tick: 40, key: 64 },
  ]);
  expect(notes.map(({ midi }) => midi)).toEqual([60, 64, 72]);
});

it('pushes the particles around the one that plays', () => {
  const speeds = (edits: Record<number, Edit[]>) => {
    const simulation = createSimulation(quiet({ soundToMotion: 1 }));
    play(simulation, 90, edits);
    return simulation.world.stores.Velocity.x.slice();
  };
  expect(speeds({ 90: [press(64, 1)] })).not.toEqual(speeds({}));
});

it('continues from a snapshot with the same held keys, to the same hash', () => {
  const edits = { 30: [press(60), press(67)], 90: [release(60)], 120: [press(69)], 150: [release(67), release(69)] };
  const whole = createSimulation(defaultDocument());
  play(whole, 60, edits);
  const rest = restoreSimulation(whole.snapshot());
  const [ours, theirs] = [whole, rest].map((simulation) => play(simulation, 200, edits));
  expect(theirs).toEqual(ours);
  expect(rest.hash()).toBe(whole.hash());
  expect(createSimulation(defaultDocument()).hash()).not.toBe(whole.hash());
});
