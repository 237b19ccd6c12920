import {
  advancePiece,
  type ArrangedPhrase,
  arrangementOf,
  barsPerPhrase,
  createPlace,
  createPosition,
  type FormPlace,
  type PiecePosition,
  placeOfBar,
  type SectionName,
  sectionNames,
} from '../../shared/music/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';

/** What a frame says of the place in the piece. */
export type PieceScalars = Pick<FrameScalars, 'tick' | 'movement' | 'section' | 'nextSection' | 'sectionBar' | 'sectionBars' | 'intensity'>;

/** The present section, and what follows it. */
export interface SectionView {
  name: SectionName;
  next: SectionName;
  /** Bars until the next one, rounded up. */
  barsLeft: number;
  phrases: number;
  /** Phrases that are over, with the part of the present one. */
  phrasesOver: number;
}

/** Returns the present section; null before the piece begins, and where a universe without form has none. */
export function sectionOf(scalars: PieceScalars | null, { form }: { form: number }): SectionView | null {
  if (!scalars || scalars.sectionBars === 0 || form === 0) return null;
  const { section, nextSection, sectionBar, sectionBars } = scalars;
  return {
    name: sectionNames[section],
    next: sectionNames[nextSection],
    barsLeft: Math.max(1, Math.ceil(sectionBars - sectionBar)),
    phrases: sectionBars / barsPerPhrase,
    phrasesOver: Math.min(sectionBars, sectionBar) / barsPerPhrase,
  };
}

/** A place in the piece with its section, counted in its movement. */
interface PhraseAhead {
  movement: number;
  section: number;
  place: FormPlace;
}

/** Yields the present phrase and those that follow it, as long as nothing bends the piece. */
export function* phrasesAhead(scalars: PieceScalars, seed: number): Generator<PhraseAhead> {
  const { movement, section, nextSection, sectionBar, sectionBars } = scalars;
  const position: PiecePosition = { movement, section, nextSection, sectionPhrase: 0, sectionPhrases: sectionBars / barsPerPhrase };
  for (let phrase = Math.floor(sectionBar / barsPerPhrase); ; phrase++) {
    const place = createPlace();
    advancePiece(position, seed, phrase * barsPerPhrase, 'none');
    placeOfBar(phrase * barsPerPhrase, seed, position, place);
    yield { movement: position.movement, section: position.section, place };
  }
}

/** Returns the section with which a movement begins. */
function firstSectionOf(seed: number, movement: number): number {
  if (movement === 0) return 0;
  const ending = sectionNames.length - 1;
  const position = { ...createPosition(), movement: movement - 1, section: ending - 1, sectionPhrases: 1, nextSection: ending };
  advancePiece(position, seed, barsPerPhrase, 'none');
  return position.nextSection;
}

/** A section of a movement as it is arranged, and the number of its first phrase in the movement. */
export interface PlannedSection {
  section: number;
  at: number;
  phrases: readonly ArrangedPhrase[];
}

/** Returns the sections of a movement as they are arranged. */
export function plannedSections(seed: number, movement: number): PlannedSection[] {
  const arrangement = arrangementOf(seed, movement);
  const first = firstSectionOf(seed, movement);
  let at = 0;
  return sectionNames.slice(first).map((name, index) => {
    const phrases = arrangement[name];
    at += phrases.length;
    return { section: first + index, at: at - phrases.length, phrases };
  });
}
