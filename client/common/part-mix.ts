import { type Part, parts } from '../../shared/simulation/note.ts';

/** The listener's own balance of a part; it never changes the universe. */
export interface PartMix {
  gainDb: number;
  muted: boolean;
  solo: boolean;
}

export type Mix = Readonly<Record<Part, Readonly<PartMix>>>;

/** Gives each part a value. */
export function perPart<T>(value: (part: Part) => T): Record<Part, T> {
  return Object.fromEntries(parts.map((part) => [part, value(part)])) as Record<Part, T>;
}

/** The mix that leaves every part as the universe has it. */
export const evenMix: Mix = perPart(() => ({ gainDb: 0, muted: false, solo: false }));
