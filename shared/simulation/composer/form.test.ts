import { expect, it } from 'vitest';
import { type ListenedNote, listen, ofPart, openQuietSimulation } from '../../../tests/support/listen.ts';
import { sectionNames } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import type { LoggedEdit } from '../../universe/index.ts';
import { type Part, parts } from '../note.ts';
import { ticksPerSecond } from '../world.ts';
import { buildBarStep } from './bar-step.ts';
import { letterOf } from './parts-that-play.ts';

/** Notes of one section, and how it was arranged. */
interface HeardSection {
  name: string;
  startTick: number;
  ticks: number;
  arranged: Set<Part>;
  notes: ListenedNote[];
}

/** Plays a small universe with a form and returns its sections. */
function playSections(seconds: number, values: Partial<ParameterValues>, seed = 1, edits: readonly LoggedEdit[] = []): HeardSection[] {
  const simulation = openQuietSimulation({ particleCount: 300, form: 1, ...values }, seed);
  const readMoment = buildBarStep(simulation.world);
  const { Composer } = simulation.world.stores;
  const sections: HeardSection[] = [];
  let began = -1;
  for (let tick = 0; tick < seconds * ticksPerSecond; tick++) {
    const notes = listen(simulation, 1, edits);
    const moment = readMoment();
    const at = Composer.movement[0] * 100 + Composer.section[0];
    if (at !== began) sections.push({ name: sectionNames[Composer.section[0]], startTick: tick, ticks: 0, arranged: new Set(), notes: [] });
    began = at;
    const section = sections.at(-1)!;
    section.ticks += 1;
    section.notes.push(...notes);
    if (moment) for (const part of parts) if (moment.place.parts.includes(letterOf[part])) section.arranged.add(part);
  }
  return sections;
}

const loudness = ({ notes }: HeardSection) => notes.reduce((sum, { velocity }) => sum + velocity, 0) / notes.length;
const density = ({ notes, ticks }: HeardSection) => notes.length / ticks;

it('plays a piece: its sections have their own parts, and the peak is louder and denser than the intro and the break', () => {
  const sections = playSections(150, {});
  const byName = new Map(sections.toReversed().map((section) => [section.name, section]));
  for (const { arranged, notes } of sections) for (const { part } of notes) expect(arranged).toContain(part);
  const peak = byName.get('peak')!;
  for (const part of parts) expect(ofPart(part, peak.notes).length, part).toBeGreaterThan(0);
  for (const quiet of [byName.get('intro')!, byName.get('break')!]) {
    expect(20 * Math.log10(loudness(peak) / loudness(quiet))).toBeGreaterThan(4);
    expect(density(peak) / density(quiet)).toBeGreaterThan(1.8);
  }
});

it('sounds within a second of the beginning, whatever the piece begins with', () => {
  for (let seed = 1; seed <= 12; seed++) {
    const notes = listen(openQuietSimulation({ particleCount: 300, form: 1 }, seed), 600);
    expect(notes[0].tick, `seed ${seed}`).toBeLessThan(ticksPerSecond);
    expect(notes.length).toBeGreaterThan(5);
  }
});

it('leaves no phrase silent when the parts that are arranged are turned down', () => {
  for (const heard of ['leadLevel', 'textureLevel'] as const) {
    const silent = { leadLevel: -60, bassLevel: -60, chordLevel: -60, drumLevel: -60, textureLevel: -60, [heard]: -6 };
    for (const { notes, ticks, name } of playSections(60, silent))
      if (ticks > 8 * ticksPerSecond) expect(notes.length, `${heard} in ${name}`).toBeGreaterThan(3);
  }
});

it('follows a drawn intensity: parts, notes and loudness come and go with it', () => {
  const [low, middle, high] = [-1, 0, 1].map((intensity) => playSections(20, { intensity })[0]);
  // The two phrases of the intro have a part each.
  expect(new Set(low.notes.map(({ part }) => part)).size).toBeLessThanOrEqual(2);
  expect(new Set(high.notes.map(({ part }) => part)).size).toBe(parts.length);
  expect(density(high)).toBeGreaterThan(1.5 * density(middle));
  expect(loudness(high)).toBeGreaterThan(1.3 * loudness(middle));
});

it('is called to its peak by a storm of particles', () => {
  const calm: Partial<ParameterValues> = { gravity: 0.5, particleSpeed: 0.5, turbulence: 0, collisions: true };
  const storm: LoggedEdit = {
    sequence: 1,
    tick: 30 * ticksPerSecond,
    edit: { kind: 'parameters.set', values: { gravity: 20, turbulence: 10, particleSpeed: 20 } },
  };
  const peakAt = (edits: readonly LoggedEdit[]) =>
    playSections(60, { ...calm, gravityToTempo: 0 }, 1, edits).find(({ name }) => name === 'peak')?.startTick ?? Infinity;
  expect(peakAt([storm])).toBeLessThan(peakAt([]));
});

it('is exactly on the grid without expression, and plays a theme with the same timing each time with it', () => {
  for (const { lateTicks } of listen(openQuietSimulation({ particleCount: 300, expression: 0 }), 1200)) {
    expect(lateTicks).toBeGreaterThanOrEqual(0);
    expect(lateTicks).toBeLessThanOrEqual(1);
  }
  const notes = listen(openQuietSimulation({ particleCount: 300, expression: 1, gravityToTempo: 0 }), 1200);
  expect(Math.min(...notes.map(({ lateTicks }) => lateTicks))).toBeGreaterThanOrEqual(-2);
  expect(notes.filter(({ lateTicks }) => lateTicks < 0).length).toBeGreaterThan(notes.length / 4);
});
