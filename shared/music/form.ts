import { mix, uniformAt } from '../math/generator.ts';
import { type Arrangement, arrangements, sectionNames } from './arrangements.ts';

export const barsPerPhrase = 4;
/** Bar of the phrase in which it is decided what the next phrase is. */
const decidingBar = barsPerPhrase - 2;
/** Movements that share their theme; its contrast is new in each. */
const movementsPerTheme = 2;
/** Where a bar is within its phrase and its section. */
export type SectionPlace = Pick<FormPlace, 'barInPhrase' | 'phraseInSection' | 'phrasesInSection'>;

const lastSection = sectionNames.length - 1;
const [peak, breakSection, returnSection, ending] = (['peak', 'break', 'return', 'ending'] as const).map((name) =>
  sectionNames.indexOf(name),
) as [number, number, number, number];

/** Where a piece is, and what comes. */
export interface PiecePosition {
  /** Counts from 0; each has all sections. */
  movement: number;
  /** Index in `sectionNames`, the phrase in which the section began, and its length in phrases; 0 before the piece begins. */
  section: number;
  sectionPhrase: number;
  sectionPhrases: number;
  nextSection: number;
}

/** What happens to the particles: a storm calls the peak, stillness the break. */
export type Bend = 'none' | 'storm' | 'stillness';

/** The place of a bar in the form. */
export interface FormPlace {
  /** Counts from 0. */
  movement: number;
  /** Index in `sectionNames`. */
  section: number;
  /** 0 theme, 1 contrast, 2 passage. */
  letter: number;
  barInPhrase: number;
  /** Phrases since the beginning. */
  phrase: number;
  phraseInSection: number;
  phrasesInSection: number;
  /** Key of the phrase's material: equal for phrases that repeat each other. */
  material: number;
  /** Letters of the parts that are arranged to play. */
  parts: string;
  /** 0..1, as arranged. */
  intensity: number;
}

export const createPosition = (): PiecePosition => ({ movement: 0, section: 0, sectionPhrase: 0, sectionPhrases: 0, nextSection: 0 });

export const createPlace = (): FormPlace => ({
  movement: 0,
  section: 0,
  letter: 0,
  barInPhrase: 0,
  phrase: 0,
  phraseInSection: 0,
  phrasesInSection: 1,
  material: 0,
  parts: '',
  intensity: 0,
});

/** Chooses the arrangement of a movement: drawn from the seed, and never the same twice in a row. */
export function arrangementOf(seed: number, movement: number): Arrangement {
  const step = 1 + (mix(seed ^ 0xa22) % (arrangements.length - 1));
  return arrangements[(mix(seed ^ 0x5ec7) + movement * step) % arrangements.length];
}

const phrasesOf = (seed: number, movement: number, section: number) => arrangementOf(seed, movement)[sectionNames[section]];

/** The section after one: the next, and after the ending the build, or now and then an intro. */
function following(seed: number, { movement, section }: PiecePosition): number {
  if (section < lastSection) return section + 1;
  return uniformAt(seed, movement, 0xe4d) < 0.5 ? 0 : 1;
}

function beginSection(position: PiecePosition, seed: number, section: number, phrase: number): void {
  position.section = section;
  position.sectionPhrase = phrase;
  position.sectionPhrases = phrasesOf(seed, position.movement, section).length;
  position.nextSection = following(seed, position);
}

/** Where a bend leads from a section, or −1. A piece only goes forward: a storm leaves the break for the return. */
function bentTo(section: number, bend: Bend): number {
  if (bend === 'storm') return section < peak ? peak : section === breakSection ? returnSection : -1;
  if (bend === 'stillness') return section === peak ? breakSection : section === returnSection ? ending : -1;
  return -1;
}

/**
 * Moves a piece to a bar, at the beginning of that bar. A section that is over is followed by the next one. Where a `bend` ends the section
 * early, that is decided before the last bar of a phrase, so that this bar can close it.
 */
export function advancePiece(position: PiecePosition, seed: number, bar: number, bend: Bend): void {
  const phrase = Math.floor(bar / barsPerPhrase);
  if (position.sectionPhrases === 0) beginSection(position, seed, 0, phrase);
  if (phrase - position.sectionPhrase >= position.sectionPhrases) {
    if (position.section === lastSection) position.movement += 1;
    beginSection(position, seed, position.nextSection, phrase);
  }
  if (bar % barsPerPhrase !== decidingBar) return;
  const next = bentTo(position.section, bend);
  if (next < 0) return;
  position.sectionPhrases = phrase - position.sectionPhrase + 1;
  position.nextSection = next;
}

/** Key of the material of a phrase: the theme is kept for two movements, its contrast until the break and then for a section, as a passage. */
function materialOf(seed: number, letter: number, movement: number, section: number): number {
  if (letter === 0) return mix(mix(seed + Math.floor(movement / movementsPerTheme)) ^ 31);
  if (letter === 1) return mix(mix(seed + movement) ^ (section < breakSection ? 32 : 32 + section));
  return mix(mix(seed + movement) ^ (977 + section));
}

/** Writes the place of a bar into `out`: of the present one, or of a later one that the position already determines. */
export function placeOfBar(bar: number, seed: number, position: PiecePosition, out: FormPlace): void {
  const phrase = Math.floor(bar / barsPerPhrase);
  const isOver = phrase - position.sectionPhrase >= position.sectionPhrases;
  const section = isOver ? position.nextSection : position.section;
  const movement = position.movement + (isOver && position.section === lastSection ? 1 : 0);
  const phrases = phrasesOf(seed, movement, section);
  out.movement = movement;
  out.section = section;
  out.phrase = phrase;
  out.barInPhrase = bar % barsPerPhrase;
  out.phraseInSection = isOver ? 0 : phrase - position.sectionPhrase;
  out.phrasesInSection = isOver ? phrases.length : position.sectionPhrases;
  const arranged = phrases[Math.min(out.phraseInSection, phrases.length - 1)];
  out.letter = arranged.letter;
  out.parts = arranged.parts;
  out.intensity = arranged.intensity;
  out.material = materialOf(seed, arranged.letter, movement, section);
}

/** True in the first bar of a section. */
export const beginsSection = ({ barInPhrase, phraseInSection }: SectionPlace): boolean => barInPhrase === 0 && phraseInSection === 0;

/** True in the last phrase of a section. */
export const isLastPhrase = ({ phraseInSection, phrasesInSection }: SectionPlace): boolean => phraseInSection === phrasesInSection - 1;

/** True in the last bar of a section. */
export const endsSection = (place: SectionPlace): boolean => place.barInPhrase === barsPerPhrase - 1 && isLastPhrase(place);

/** Most parts in whose company the melody begins at once. */
const intimate = 2;
/** Share of the contrasts that are a dialogue. */
const dialogues = 0.6;

/** True in a contrast in which the melody calls in its first and third bar, and the texture answers in the others. */
const isDialogue = ({ letter, material, parts }: FormPlace) =>
  letter === 1 && parts.includes('t') && uniformAt(material, 0xca11, 0) < dialogues;

/** True when the melody rests for a whole bar: before its first entry among others, and where it leaves the answer to other parts. */
export function leadRests(place: FormPlace, seed: number): boolean {
  if (place.phrase === 0 && place.barInPhrase === 0) return place.parts.length > intimate;
  if (place.letter === 2) return place.barInPhrase >= 2;
  if (isDialogue(place)) return place.barInPhrase % 2 === 1;
  return place.letter === 1 && place.barInPhrase === 3 && uniformAt(seed, place.phrase, 21) < 0.5;
}

/** The bar of the phrase that the texture answers by repeating its motif, or −1 where it has a rhythm of its own. */
export function answeredBar(place: FormPlace, seed: number): number {
  if (!place.parts.includes('l') || !place.parts.includes('t') || !leadRests(place, seed)) return -1;
  return place.letter === 2 ? place.barInPhrase - 2 : isDialogue(place) ? place.barInPhrase - 1 : -1;
}

/** True in the break and in the ending. */
export const isQuietSection = ({ section }: FormPlace): boolean => section === breakSection || section === ending;

/** True in the second half of the peak, where the melody may be doubled. */
export const isLifted = ({ section, phraseInSection, phrasesInSection }: FormPlace): boolean =>
  section === peak && 2 * phraseInSection >= phrasesInSection;

/** Lengths in bars of the figure of the texture, and of broken chords in a passage: against phrases of four bars they realign after minutes. */
const textureCycles = [5, 7];
const chordCycle = 3;

/** Key of the texture's figure in a bar: it returns after five or seven bars, whatever the phrase. */
export function textureFigure(bar: number, seed: number, { movement }: FormPlace): number {
  const cycle = textureCycles[mix(seed ^ 0xe40) % textureCycles.length];
  return mix(mix(seed + movement) ^ (0x7e47 + (bar % cycle)));
}

/** Key of the chords' figure in a bar: that of the phrase, and in a passage one that returns after three bars. */
export function chordFigure(bar: number, { letter, material }: FormPlace): number {
  return mix(material ^ (letter === 2 ? 0xc0de00 + (bar % chordCycle) : 0xc0de));
}

/** Loudness of a bar in its phrase, 0..1: rises to the third bar and falls. */
export function swellOf(place: FormPlace): number {
  return [0.82, 0.9, 1, 0.88][place.barInPhrase];
}
