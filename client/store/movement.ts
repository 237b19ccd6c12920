import { barsPerPhrase, createPlace, intensityOf, type SectionName, sectionNames } from '../../shared/music/index.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { type PieceScalars, type PlannedSection, plannedSections } from './piece.ts';

/** What the page has heard of the present movement: a frame says nothing of what is over. */
export interface PieceMemory {
  tick: number;
  movement: number;
  /** Numbers in the movement of the first phrase that was followed, and of the present one. */
  from: number;
  present: number;
  /** Intensities of the phrases, by their numbers. */
  heard: Readonly<Record<number, number>>;
}

export const noMemory: PieceMemory = { tick: 0, movement: -Infinity, from: 0, present: 0, heard: {} };

/** A longer silence between two frames may hide a phrase: no phrase is shorter. */
const maxGapTicks = 120;

/** Returns the number in its movement of the first phrase of a section. */
const beginOf = (planned: readonly PlannedSection[], section: number) => planned.find((entry) => entry.section === section)?.at ?? 0;

/** Returns the number in its movement of the phrase at a frame. */
function presentOf(planned: readonly PlannedSection[], { section, sectionBar, sectionBars }: PieceScalars): number {
  return beginOf(planned, section) + Math.floor(Math.min(sectionBar, sectionBars - 1) / barsPerPhrase);
}

/** Adds a frame to what was heard. After a gap, or a step back, memory begins again. */
export function rememberPiece(memory: PieceMemory, scalars: PieceScalars, seed: number): PieceMemory {
  const { tick, movement, sectionBars, intensity } = scalars;
  if (sectionBars === 0) return noMemory;
  const present = presentOf(plannedSections(seed, movement), scalars);
  const follows = tick >= memory.tick && tick - memory.tick <= maxGapTicks;
  const heard = { [present]: intensity };
  if (follows && movement === memory.movement && present >= memory.present)
    return { ...memory, tick, present, heard: { ...memory.heard, ...heard } };
  return { tick, movement, present, from: follows && movement === memory.movement + 1 ? 0 : present, heard };
}

/** A phrase that is `left-out` was arranged, and the particles bent the piece before it was played. */
export type PhraseState = 'over' | 'present' | 'coming' | 'left-out';

export interface PhraseView {
  state: PhraseState;
  /** 0..1, as heard, or as it would be played with the present parameters. */
  intensity: number;
}

export interface MovementSection {
  name: SectionName;
  /** Whether it is the present one, or the next one. */
  role: 'present' | 'next' | 'other';
  phrases: PhraseView[];
}

export interface MovementView {
  /** Counts from 1. */
  number: number;
  sections: MovementSection[];
  /** Share of the movement at which it is now. */
  playhead: number;
  /** The intensity now, 0..1. */
  intensity: number;
}

/** Returns the movement with what was played of it, what was left out, and what comes; null before the piece begins, and without form. */
export function movementOf(
  scalars: PieceScalars | null,
  { seed, parameters }: Pick<UniverseDocument, 'seed' | 'parameters'>,
  memory: PieceMemory,
): MovementView | null {
  if (!scalars || scalars.sectionBars === 0 || parameters.form === 0) return null;
  const { movement, section, nextSection, sectionBar, sectionBars, intensity } = scalars;
  const planned = plannedSections(seed, movement);
  const present = presentOf(planned, scalars);
  const { heard, from } = memory.movement === movement ? memory : { heard: {} as PieceMemory['heard'], from: present };
  const isCut = (of: PlannedSection, index: number) =>
    of.section === section
      ? index >= sectionBars / barsPerPhrase
      : of.section > section && nextSection > section && of.section < nextSection;
  const stateOf = (of: PlannedSection, index: number): PhraseState => {
    const number = of.at + index;
    if (number === present) return 'present';
    if (number > present) return isCut(of, index) ? 'left-out' : 'coming';
    return number >= from && heard[number] === undefined ? 'left-out' : 'over';
  };
  const sections = planned.map((of): MovementSection => {
    const phrases = of.phrases.map((phrase, index): PhraseView => {
      const state = stateOf(of, index);
      const arranged = intensityOf(parameters, { ...createPlace(), ...phrase });
      return { state, intensity: state === 'present' ? intensity : (heard[of.at + index] ?? arranged) };
    });
    const role = of.section === section ? 'present' : of.section === nextSection && nextSection > section ? 'next' : 'other';
    return { name: sectionNames[of.section], role, phrases };
  });
  const length = planned.at(-1)!.at + planned.at(-1)!.phrases.length;
  return {
    number: movement + 1,
    sections,
    playhead: (beginOf(planned, section) + Math.min(sectionBar, sectionBars) / barsPerPhrase) / length,
    intensity,
  };
}
