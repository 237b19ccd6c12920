import { type Part, parts } from '../../shared/simulation/note.ts';

/** The user's own mix of a part; it never changes the universe. */
export interface PartMix {
  gainDb: number;
  muted: boolean;
  solo: boolean;
}

export type Mix = Readonly<Record<Part, Readonly<PartMix>>>;

/** Builds a record with a value for each part. */
export function perPart<T>(value: (part: Part) => T): Record<Part, T> {
  return Object.fromEntries(parts.map((part) => [part, value(part)])) as Record<Part, T>;
}

/** The mix that leaves every part unchanged. */
export const evenMix: Mix = perPart(() => ({ gainDb: 0, muted: false, solo: false }));
