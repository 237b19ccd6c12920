import { mix, uniformAt } from '../math/generator.ts';

export const barsPerPhrase = 4;
export const phrasesPerSection = 4;
export const barsPerSection = barsPerPhrase * phrasesPerSection;
/** Sections that share their themes; then new ones follow. */
const sectionsPerMovement = 4;

/** Orders of the phrases of a section: 0 the theme, 1 its contrast, 2 a passage that is new in each section. */
const forms = [
  [0, 0, 1, 0],
  [0, 1, 0, 2],
  [0, 0, 1, 2],
  [0, 1, 2, 0],
] as const;

/** The place of a bar in the form. */
export interface FormPlace {
  /** 0 theme, 1 contrast, 2 passage. */
  letter: number;
  barInPhrase: number;
  /** Phrases since the beginning. */
  phrase: number;
  /** Key of the phrase's material: equal for phrases that repeat each other. */
  material: number;
}

/** Writes the place of a bar in the form into `out`. */
export function placeOfBar(bar: number, seed: number, out: FormPlace): void {
  const phrase = Math.floor(bar / barsPerPhrase);
  const section = Math.floor(phrase / phrasesPerSection);
  const movement = Math.floor(section / sectionsPerMovement);
  const form = forms[mix(seed ^ (0x5ec7 + movement)) % forms.length];
  out.phrase = phrase;
  out.barInPhrase = bar % barsPerPhrase;
  out.letter = form[phrase % phrasesPerSection];
  out.material = mix(mix(seed + movement) ^ (out.letter === 2 ? 977 + section : 31 + out.letter));
}

/** True when the melody rests for a whole bar: before its first entry, and where it leaves the answer to other parts. */
export function leadRests(place: FormPlace, seed: number): boolean {
  if (place.phrase === 0 && place.barInPhrase === 0) return true;
  if (place.letter === 2) return place.barInPhrase >= 2;
  return place.letter === 1 && place.barInPhrase === 3 && uniformAt(seed, place.phrase, 21) < 0.5;
}

/** Loudness of a bar in its phrase, 0..1: rises to the third bar and falls. */
export function swellOf(place: FormPlace): number {
  return [0.82, 0.9, 1, 0.88][place.barInPhrase];
}
