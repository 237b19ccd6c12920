import { expect, it } from 'vitest';
import { sectionNames } from '../../shared/music/index.ts';
import { defaultDocument } from '../../shared/universe/index.ts';
import { movementOf, noMemory, type PieceMemory, rememberPiece } from './movement.ts';
import { type PieceScalars, plannedSections } from './piece.ts';

const document = defaultDocument();
const { seed } = document;
const [intro, build, peak, breakSection, returnSection, ending] = sectionNames.keys();
const barsOf = (section: number) => plannedSections(seed, 0).find((of) => of.section === section)!.phrases.length * 4;
/** A frame within a section of the first movement. */
const at = (section: number, sectionBar: number, more: Partial<PieceScalars> = {}): PieceScalars => ({
  tick: 0,
  movement: 0,
  section,
  nextSection: section + 1,
  sectionBar,
  sectionBars: barsOf(section),
  intensity: 0.5,
  ...more,
});
/** What was heard after frames that follow one another. */
const after = (...frames: readonly PieceScalars[]): PieceMemory =>
  frames.reduce((memory, frame, index) => rememberPiece(memory, { ...frame, tick: index * 100 }, seed), noMemory);
const statesOf = (frame: PieceScalars, memory: PieceMemory, name: (typeof sectionNames)[number]) =>
  movementOf(frame, document, memory)!
    .sections.find((section) => section.name === name)!
    .phrases.map(({ state }) => state);

it('has the sections of the movement, the present and the next one, and the playhead', () => {
  const view = movementOf(at(build, 6), document, noMemory)!;
  expect(view.sections.map(({ name }) => name)).toEqual(sectionNames);
  expect(view.sections.map(({ role }) => role)).toEqual(['other', 'present', 'next', 'other', 'other', 'other']);
  expect(view.sections[1].phrases.map(({ state }) => state)).toEqual(['over', 'present', 'coming', 'coming']);
  const phrases = view.sections.flatMap((section) => section.phrases).length;
  expect(view.playhead).toBeCloseTo((barsOf(intro) + 6) / (phrases * 4), 10);
  expect(movementOf(at(ending, 0, { nextSection: build }), document, noMemory)!.sections[1].role).toBe('other');
});

it('shows what a bend leaves out, before and after it', () => {
  const storm = at(intro, 3, { sectionBars: 4, nextSection: peak });
  expect(statesOf(storm, after(at(intro, 1), storm), 'intro')).toEqual(['present', 'left-out']);
  expect(new Set(statesOf(storm, noMemory, 'build'))).toEqual(new Set(['left-out']));
  expect(new Set(statesOf(storm, noMemory, 'peak'))).toEqual(new Set(['coming']));

  const called = at(peak, 1);
  const memory = after(at(intro, 1), storm, called);
  expect(statesOf(called, memory, 'intro')).toEqual(['over', 'left-out']);
  expect(new Set(statesOf(called, memory, 'build'))).toEqual(new Set(['left-out']));
  expect(statesOf(called, memory, 'peak')[0]).toBe('present');
});

it('takes what it has not followed as played', () => {
  const here = at(returnSection, 1);
  expect(new Set(statesOf(here, after(here), 'break'))).toEqual(new Set(['over']));
  // Frames far apart, as of a page in the background, tell nothing of what was between them.
  const away = rememberPiece(after(at(intro, 1)), { ...here, tick: 10_000 }, seed);
  expect(new Set(statesOf(here, away, 'peak'))).toEqual(new Set(['over']));
  const again = rememberPiece(after(here), at(build, 5), seed);
  expect(statesOf(at(build, 5), again, 'build')).toEqual(['over', 'present', 'coming', 'coming']);
});

it('forgets a movement with the next one, all of which is followed then', () => {
  const next = { ...at(build, 1), movement: 1, tick: 100 };
  const memory = rememberPiece(rememberPiece(noMemory, at(ending, barsOf(ending) - 1), seed), next, seed);
  expect(memory).toMatchObject({ movement: 1, from: 0, heard: { [memory.present]: 0.5 } });
});

it('keeps the intensity that was heard, and plans the rest by the parameters', () => {
  const memory = after(at(intro, 1, { intensity: 0.9 }), at(intro, 5, { intensity: 0.1 }));
  const intensities = (values: Partial<typeof document.parameters>) =>
    movementOf(at(intro, 5, { intensity: 0.1 }), { seed, parameters: { ...document.parameters, ...values } }, memory)!.sections.map(
      ({ phrases }) => phrases.map(({ intensity }) => intensity),
    );
  expect(intensities({ form: 1 })[intro]).toEqual([0.9, 0.1]);
  expect(intensities({ form: 1, intensity: -1 })[peak][0]).toBeLessThan(intensities({ form: 1 })[peak][0]);
  const steady = new Set(
    intensities({ form: 0.001 })
      .slice(build)
      .flat()
      .map((intensity) => intensity.toFixed(2)),
  );
  expect(steady).toEqual(new Set(['0.75']));
  expect(intensities({ form: 1 })[breakSection][0]).toBeLessThan(0.5);
  expect(movementOf(at(intro, 5), { seed, parameters: { ...document.parameters, form: 0 } }, memory)).toBeNull();
});
