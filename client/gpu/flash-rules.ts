/**
 * The thresholds of the flash limiter. WCAG 2.3.1 counts a flash as two opposing changes of the relative luminance by a tenth of its
 * maximum where the darker state is below 0.8, or two opposing changes of a saturated red, and allows three of them a second. The limiter
 * works tile by tile. A tile that has used up its turns is spent. While few tiles are spent, nothing is done: sparkle is small. Once they
 * cover more than `flashGateShare` of the picture, the gate closes: spent tiles follow their input slowly and make no further turn.
 *
 * This is enough because a tile turns at most once in a frame, and only tiles that were already spent can exceed their turns. The gate was
 * open for that frame, so they were at most `flashGateShare` of the picture; then it stays closed until their seconds are over. So the gate
 * can use the previous frame, and no pass has to wait for another.
 * @see https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds
 */
export const flashRules = {
  /** Changes that count as a turn, in relative luminance and in R − G − B of linear light: a little below WCAG's 0.1 and 20 / 320. */
  flashLightStep: 0.09,
  flashRedStep: 0.055,
  /** Changes back that a spent tile may still make. */
  flashLightHold: 0.08,
  flashRedHold: 0.045,
  /** A flash whose darker state is at least this bright does not count. */
  flashLightCeiling: 0.8,
  /** R ⁄ (R + G + B) from which a red is saturated. */
  flashRedShare: 0.8,
  /** Share of the tiles, below WCAG's quarter. */
  flashGateShare: 1 / 6,
  /** Time constant in seconds with which spent tiles follow: from 0.63 on, no input makes four flashes in a second. */
  flashCalmSeconds: 0.8,
} as const;

/** Turns that a tile may make within its remembered slots: three flashes. */
export const flashTurnsAllowed = 6;
/** A slot counts up to 3 in two bits; the bits above are for `risingBit` and `redBit`. */
export const flashSlots = 15;
/** All slots but the newest together last a second. */
export const flashSlotSeconds = 1 / (flashSlots - 1);

const historyMask = 2 ** (2 * flashSlots) - 1;
const redBit = 30;
const risingBit = 31;
const lowBits = 0x55555555;

/** The state of one signal of one tile: the extreme since its last turn, and a word of turns, direction and red. */
export interface Turn {
  extreme: number;
  /** Bits 0..29: turns in each slot, the newest lowest; 30: a saturated red at the extreme; 31: rising. */
  memory: number;
}

const bitsOf = (word: number) => {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

const isRising = (turn: Turn) => turn.memory >>> risingBit === 1;

/** Shifts the history by the slots that have passed. */
export function ageTurn(turn: Turn, slots: number): void {
  const history = slots >= flashSlots ? 0 : ((turn.memory & historyMask) << (2 * slots)) & historyMask;
  turn.memory = ((turn.memory & ~historyMask) | history) >>> 0;
}

/** True when no turn is left, or when the newest slot is full and cannot count another. */
export function isSpent({ memory }: Turn): boolean {
  const history = memory & historyMask;
  return bitsOf(history & lowBits) + 2 * bitsOf((history >>> 1) & lowBits) >= flashTurnsAllowed || (memory & 3) === 3;
}

/** Takes a value and records a turn if it makes one. `red`: the value is a saturated red; `needsRed`: only those count. */
export function followTurn(turn: Turn, value: number, step: number, ceiling: number, red: boolean, needsRed: boolean): void {
  const rising = isRising(turn);
  const reddened = red || ((turn.memory >>> redBit) & 1) === 1;
  const turned =
    (!needsRed || reddened) &&
    (rising ? value <= turn.extreme - step && value < ceiling : value >= turn.extreme + step && turn.extreme < ceiling);
  if (turned) turn.memory = ((turn.memory ^ (1 << risingBit)) + ((turn.memory & 3) < 3 ? 1 : 0)) >>> 0;
  if (turned || (rising ? value >= turn.extreme : value <= turn.extreme)) {
    turn.extreme = value;
    turn.memory = (red ? turn.memory | (1 << redBit) : turn.memory & ~(1 << redBit)) >>> 0;
  }
}

/** Share 0..1 of the way from `before` to `value` that stays within `hold` of the extreme. */
export function heldShare(turn: Turn, before: number, value: number, hold: number, ceiling: number): number {
  const rising = isRising(turn);
  const bound = rising ? Math.min(turn.extreme - hold, ceiling) : turn.extreme + hold;
  const within = rising ? value >= bound : value <= bound || turn.extreme >= ceiling;
  if (within || Math.abs(value - before) < 1e-6) return 1;
  return Math.min(1, Math.max(0, (bound - before) / (value - before)));
}
