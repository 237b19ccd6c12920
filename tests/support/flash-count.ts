/**
 * A recording of the screen: for each frame, at a constant frame rate, the relative luminance of each block and its
 * red (R, G and B in linear light).
 */
export interface ScreenRecording {
  readonly framesPerSecond: number;
  readonly frames: readonly { readonly light: readonly number[]; readonly red: readonly (readonly [number, number, number])[] }[];
}

export interface FlashCount {
  /** Minimum of flashes within one second that each block of a quarter of the screen shows, in the worst second. */
  readonly byPlace: number;
  /** Flashes of at least a quarter of the screen at once within one second, in the worst second. */
  readonly atOnce: number;
}

const quarter = 0.25;

/** Tells whether the change of a block's signal between two frames counts. */
type Turns = (from: number, to: number) => boolean;

/** Returns +1 or −1 for the frames in which a block's signal completes a change that counts, opposite to the one before; else 0. */
function turnsOf(values: readonly number[], counts: Turns): Int8Array {
  const turns = new Int8Array(values.length);
  let [low, high] = [0, 0];
  let direction = 0;
  for (let at = 1; at < values.length; at++) {
    if (values[at] < values[low]) low = at;
    if (values[at] > values[high]) high = at;
    if (direction >= 0 && counts(high, at) && values[at] < values[high]) [direction, turns[at], low] = [-1, -1, at];
    else if (direction <= 0 && counts(low, at) && values[at] > values[low]) [direction, turns[at], high] = [1, 1, at];
    // After a turn, the search for the opposite extreme starts at its frame.
    if (turns[at] === -1) high = at;
    if (turns[at] === 1) low = at;
  }
  return turns;
}

/** Counts the flashes of the worst second: by block, and by turns that a quarter of the blocks make together. */
function worstOf(turns: readonly Int8Array[], framesPerSecond: number): FlashCount {
  const frames = turns[0].length;
  const needed = Math.ceil(turns.length * quarter);
  let byPlace = 0;
  for (let end = 0; end < frames; end++) {
    const start = Math.max(0, end - framesPerSecond + 1);
    const flashes = turns.map((block) => Math.floor(block.subarray(start, end + 1).reduce((sum, turn) => sum + Math.abs(turn), 0) / 2));
    flashes.sort((a, b) => b - a);
    byPlace = Math.max(byPlace, flashes[needed - 1]);
  }
  const together: { frame: number; direction: number }[] = [];
  for (let frame = 0; frame < frames; frame++) {
    for (const direction of [1, -1]) {
      const places = turns.reduce((sum, block) => sum + (block[frame] === direction ? 1 : 0), 0);
      if (places >= needed && together.at(-1)?.direction !== direction) together.push({ frame, direction });
    }
  }
  let atOnce = 0;
  for (const { frame } of together) {
    const within = together.filter((other) => other.frame <= frame && other.frame > frame - framesPerSecond);
    atOnce = Math.max(atOnce, Math.floor(within.length / 2));
  }
  return { byPlace, atOnce };
}

/**
 * Counts general flashes and red flashes, and returns the larger counts.
 * @see https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds
 */
export function countFlashes({ frames, framesPerSecond }: ScreenRecording): FlashCount {
  const blocks = frames[0].light.map((_, block) => block);
  const general = blocks.map((block) => {
    const light = frames.map((frame) => frame.light[block]);
    return turnsOf(light, (from, to) => Math.abs(light[to] - light[from]) >= 0.1 && Math.min(light[to], light[from]) < 0.8);
  });
  const red = blocks.map((block) => {
    const colours = frames.map((frame) => frame.red[block]);
    const value = colours.map(([r, g, b]) => Math.max(0, r - g - b));
    const saturated = colours.map(([r, g, b]) => r >= 0.8 * (r + g + b) && r > 0);
    return turnsOf(value, (from, to) => Math.abs(value[to] - value[from]) * 320 > 20 && (saturated[from] || saturated[to]));
  });
  const [a, b] = [worstOf(general, framesPerSecond), worstOf(red, framesPerSecond)];
  return { byPlace: Math.max(a.byPlace, b.byPlace), atOnce: Math.max(a.atOnce, b.atOnce) };
}
