import { userColours } from '../../../shared/api/accounts/user.ts';

/** Returns the colour of a user in a room: their own, or a free one of the palette if another member has it. */
export function colourAmong(own: string, taken: ReadonlySet<string>): string {
  if (!taken.has(own)) return own;
  return userColours.find((colour) => !taken.has(colour)) ?? own;
}
