import { type Chip, type Explanation, type PadPlace, type Preference, type Scope, scopes } from '../../shared/suggestion/index.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';

/** Places of the gallery, by row; the middle one has the universe that the others are made of. */
export const galleryPlaces = 9;
export const middlePlace = 4;

/** A universe that is suggested, and what it would change. */
export interface Proposal {
  readonly id: number;
  readonly document: UniverseDocument;
  /** The universe that it would change: keeping it changes only what differs from that. */
  readonly start: UniverseDocument;
  /** Its normalised descriptors. */
  readonly values: Float64Array;
  readonly explanation: Explanation;
  /** Name of the template of which it has a part. */
  readonly borrowedFrom: string | null;
}

/** A universe that was in the middle: a proposal, or null for the present universe; and its picture, a data URL, or ''. */
export interface GalleryStep {
  readonly proposal: Proposal | null;
  readonly picture: string;
}

/** The suggestions for the open universe. */
export interface SuggestionsView {
  readonly status: 'idle' | 'searching' | 'ready' | 'failed';
  readonly message: string;
  /** By place; null in the middle, and where nothing is found yet. */
  readonly around: readonly (Proposal | null)[];
  /** What was in the middle, oldest first, beginning with the present universe; and which of it is there now. */
  readonly steps: readonly GalleryStep[];
  readonly step: number;
  /** Shows the present universe in the middle, to compare it with the proposal. */
  readonly isPresentShown: boolean;
  readonly scopes: readonly Scope[];
  /** How far suggestions may go, 0..1. */
  readonly amount: number;
  /** Where the universe in the middle is on the pads; null until it is known. */
  readonly at: PadPlace | null;
  /** What was understood of the words, and what was not. */
  readonly chips: readonly Chip[];
  readonly unknown: readonly string[];
  /** The place that is heard. */
  readonly heard: number | null;
  /** What the user took until now, and what they saw beside it: descriptors. */
  readonly choices: readonly Parameters<Preference['choose']>[];
}

const nobody: readonly null[] = Array.from({ length: galleryPlaces }, () => null);

export const noSuggestions: SuggestionsView = {
  status: 'idle',
  message: '',
  around: nobody,
  steps: [{ proposal: null, picture: '' }],
  step: 0,
  isPresentShown: false,
  scopes,
  amount: 0.4,
  at: null,
  chips: [],
  unknown: [],
  heard: null,
  choices: [],
};

/** Actions on suggestions. */
export type SuggestionsAct =
  /** Begins with the canvases of the places. */
  | { kind: 'open'; canvases: readonly HTMLCanvasElement[] }
  /** Takes the suggestion of a place as the proposal. */
  | { kind: 'choose'; place: number }
  /** Keeps a picture of the middle, a data URL, before something else comes there. */
  | { kind: 'picture'; picture: string }
  | { kind: 'go'; step: number }
  | { kind: 'others' }
  | { kind: 'surprise' }
  | { kind: 'scope'; scope: Scope; isFree: boolean }
  | { kind: 'amount'; amount: number }
  | { kind: 'compare'; isPresentShown: boolean }
  | { kind: 'hear'; place: number | null }
  | { kind: 'keep' }
  | { kind: 'aim'; targets: Partial<PadPlace> }
  | { kind: 'read'; sentence: string }
  | { kind: 'drop-chip'; index: number };

/** The proposal in the middle; null while the present universe is there. */
export const proposalOf = ({ steps, step }: SuggestionsView): Proposal | null => steps[step]?.proposal ?? null;

/** Returns the place of the `index`th suggestion. */
export const placeOfIndex = (index: number): number => (index < middlePlace ? index : index + 1);

/** Remembers that the user took the suggestion of a place, in preference to the others and to the middle (`middleValues`). */
export function withChoice(view: SuggestionsView, place: number, middleValues: Float64Array | null): SuggestionsView {
  const chosen = view.around[place];
  if (!chosen) return view;
  const others = view.around.flatMap((other) => (other && other !== chosen ? [other.values] : []));
  return { ...view, choices: [...view.choices, [chosen.values, middleValues ? [...others, middleValues] : others]] };
}

/** Gives the step that is shown its picture. */
export function withPicture(view: SuggestionsView, picture: string): SuggestionsView {
  const step = view.steps[view.step];
  return step ? { ...view, steps: view.steps.with(view.step, { ...step, picture }) } : view;
}

/** Takes a proposal to the middle, after the step that is shown: later ones are forgotten. */
export function withProposal(view: SuggestionsView, proposal: Proposal): SuggestionsView {
  const before = view.steps.slice(0, view.step + 1);
  return { ...view, steps: [...before, { proposal, picture: '' }], step: before.length, isPresentShown: false, around: nobody };
}

/** Takes an earlier step to the middle. The steps after it stay until another proposal is taken. */
export function atStep(view: SuggestionsView, step: number): SuggestionsView {
  return step === view.step || !view.steps[step] ? view : { ...view, step, isPresentShown: false, around: nobody };
}

/** Puts a suggestion in its place. */
export function withFound(view: SuggestionsView, index: number, proposal: Proposal): SuggestionsView {
  return { ...view, around: view.around.with(placeOfIndex(index), proposal) };
}

/** Begins with the present universe again, as after it has changed. What a user has chosen stays. */
export function fromPresent(view: SuggestionsView): SuggestionsView {
  const { steps, step, around, at, isPresentShown, chips, unknown } = noSuggestions;
  return { ...view, steps, step, around, at, isPresentShown, chips, unknown };
}

/** Empties the places around the middle. */
export const withoutAround = (view: SuggestionsView): SuggestionsView => ({ ...view, around: nobody });
