import { personColours } from '../../../shared/api/accounts/person.ts';

/** The colour that somebody has in a room: their own, or where somebody else has it there, one of the palette that is free. */
export function colourAmong(own: string, taken: ReadonlySet<string>): string {
  if (!taken.has(own)) return own;
  return personColours.find((colour) => !taken.has(colour)) ?? own;
}
