import { ageTurn, flashRules as rules, followTurn, heldShare, isSpent, type Turn } from './flash-rules.ts';

/** There is no brightness from which a red does not count. */
const noCeiling = 2;

/** The state of a tile: light and red, of the light that it should show and of the light that it shows. */
export interface Tile {
  readonly wantedLight: Turn;
  readonly wantedRed: Turn;
  readonly shownLight: Turn;
  readonly shownRed: Turn;
  /** Mean relative luminance, and R − G − B of the mean, as last shown. */
  light: number;
  red: number;
}

/** Mean of the pixels of a tile, in linear light. */
export interface LinearColour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

const newTurn = (): Turn => ({ extreme: 0, memory: 0 });

export const createTile = (): Tile => ({
  wantedLight: newTurn(),
  wantedRed: newTurn(),
  shownLight: newTurn(),
  shownRed: newTurn(),
  light: 0,
  red: 0,
});

/** Thousands of tiles are asked twice for each picture: nothing is allocated for it. */
export const isTileSpent = ({ wantedLight, wantedRed, shownLight, shownRed }: Tile): boolean =>
  isSpent(wantedLight) || isSpent(wantedRed) || isSpent(shownLight) || isSpent(shownRed);

/** Returns the share of the way that a tile goes towards the light that it should show, and records the outcome in the tile. */
export function decideTile(tile: Tile, mean: LinearColour, slots: number, closed: boolean, calm: number): number {
  const light = 0.2126 * mean.red + 0.7152 * mean.green + 0.0722 * mean.blue;
  const red = Math.max(0, mean.red - mean.green - mean.blue);
  const saturated = mean.red > rules.flashRedShare * (mean.red + mean.green + mean.blue);
  ageTurn(tile.wantedLight, slots);
  ageTurn(tile.wantedRed, slots);
  ageTurn(tile.shownLight, slots);
  ageTurn(tile.shownRed, slots);
  let share = 1;
  if (closed && isTileSpent(tile)) {
    share = calm;
    if (isSpent(tile.shownLight))
      share = Math.min(share, heldShare(tile.shownLight, tile.light, light, rules.flashLightHold, rules.flashLightCeiling));
    if (isSpent(tile.shownRed)) share = Math.min(share, heldShare(tile.shownRed, tile.red, red, rules.flashRedHold, noCeiling));
  }
  tile.light += (light - tile.light) * share;
  tile.red += (red - tile.red) * share;
  followTurn(tile.wantedLight, light, rules.flashLightStep, rules.flashLightCeiling, false, false);
  followTurn(tile.wantedRed, red, rules.flashRedStep, noCeiling, saturated, true);
  followTurn(tile.shownLight, tile.light, rules.flashLightStep, rules.flashLightCeiling, false, false);
  followTurn(tile.shownRed, tile.red, rules.flashRedStep, noCeiling, saturated, true);
  return share;
}
