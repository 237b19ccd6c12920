import type { ErrorCode } from '../api/errors.ts';

/** A refusal of the catalogue: its code, and its English text with `{places}`. */
export interface RefusalText {
  readonly code: ErrorCode;
  readonly text: string;
}

/** Values of places, by their names. */
export type RefusalParams = Readonly<Record<string, string | number>>;

/** Names of the places in a text. */
export type PlaceIn<T extends string> = T extends `${string}{${infer Place}}${infer Rest}` ? Place | PlaceIn<Rest> : never;

/** Places that are filled from the refusal itself: when to try again, and the rules that fields break. */
export type DerivedPlace = 'again' | 'found';

/** The parameters that a text takes. */
export type ParamsIn<T extends string> = { readonly [P in Exclude<PlaceIn<T>, DerivedPlace>]: string | number };

/** Fills the places of a text; a place without a value stays. */
export function fillPlaces(text: string, values: RefusalParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place));
}
