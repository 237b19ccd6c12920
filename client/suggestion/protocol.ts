import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { Note } from '../../shared/simulation/note.ts';
import type { Chip, Explanation, Freedom, PadPlace, Preference } from '../../shared/suggestion/index.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';

/** A document and its descriptors; null until it has been described. */
export interface Described {
  readonly document: UniverseDocument;
  readonly values: Float64Array | null;
}

/** What a user took, and what they saw beside it: descriptors. */
type Choice = Parameters<Preference['choose']>;

/** Where the middle of the gallery is to move: to places on the pads, or to what words ask for. */
export interface Aim {
  readonly targets: Partial<PadPlace>;
  readonly chips: readonly Chip[];
}

/** A search for eight universes around one. */
export interface SearchRequest {
  readonly kind: 'search';
  /** Reports of a search carry its number. */
  readonly id: number;
  /** The universe as it is: nothing that is locked differs from it, and changes are measured from it. */
  readonly present: Described;
  /** What the eight are made of: a proposal, or the present universe. */
  readonly middle: Described;
  readonly aim: Aim | null;
  readonly freedom: Freedom;
  /** Equal requests with equal keys have equal results. */
  readonly key: number;
  readonly choices: readonly Choice[];
  /** Borrows more from the templates. */
  readonly isSurprise: boolean;
}

/** A universe that is suggested. */
export interface Suggested {
  readonly document: UniverseDocument;
  readonly values: Float64Array;
  readonly explanation: Explanation;
  /** The name of the template of which it has a part. */
  readonly borrowedFrom: string | null;
}

/** A pause holds the search up, for as long as the device is needed otherwise. */
export type SearchJob = SearchRequest | { readonly kind: 'pause'; readonly isPaused: boolean };

export type SearchFinding =
  /** The middle, moved if the request has an aim; `proposed` is null where it is as it was, or where nothing good is that way. */
  | {
      readonly kind: 'middle';
      readonly presentValues: Float64Array;
      readonly values: Float64Array;
      readonly place: PadPlace;
      readonly proposed: Suggested | null;
    }
  /** One of the eight: `index` counts from 0. */
  | { readonly kind: 'found'; readonly index: number; readonly proposed: Suggested }
  | { readonly kind: 'done' };

export type SearchReport = { readonly id: number } & (SearchFinding | { readonly kind: 'failed'; readonly message: string });

/** How previews run: as the universe does, as a picture that stands still, or not at all. */
export type PreviewPace = 'moving' | 'still' | 'paused';

/** A universe in a place of the gallery; the same one in several places is simulated once. */
export interface ShownUniverse {
  readonly id: number;
  readonly document: UniverseDocument;
}

export type PreviewRequest =
  | { readonly kind: 'begin'; readonly canvases: readonly OffscreenCanvas[]; readonly pace: PreviewPace }
  /** Without a universe the place keeps its last picture. */
  | { readonly kind: 'show'; readonly place: number; readonly shown: ShownUniverse | null }
  | { readonly kind: 'pace'; readonly pace: PreviewPace }
  /** Reports what the universe of a place plays, from now on. */
  | { readonly kind: 'hear'; readonly place: number | null };

/** What a preview played in a turn of the worker. */
export interface PreviewSounds {
  readonly kind: 'sounded';
  readonly place: number;
  readonly notes: readonly Note[];
  readonly parameters: ParameterValues;
  readonly scalars: FrameScalars;
}
