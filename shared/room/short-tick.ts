const range = 1 << 16;

/** The last two bytes of a tick: enough for who knows a tick of the 18 minutes before. */
export const shortenTick = (tick: number): number => tick % range;

/** The first tick from `since` on that `short` stands for. */
export function lengthenTick(short: number, since: number): number {
  return since + ((((short - since) % range) + range) % range);
}
