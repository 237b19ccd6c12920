const range = 1 << 16;

/** Returns the last two bytes of a tick: enough with a known tick of the 18 minutes before. */
export const shortenTick = (tick: number): number => tick % range;

/** Returns the first tick from `since` on whose last bytes are `short`. */
export function lengthenTick(short: number, since: number): number {
  return since + ((((short - since) % range) + range) % range);
}
