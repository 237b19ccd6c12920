/** Sizes of a sheet on a phone. */
export type SheetSize = 'half' | 'full';

/** CSS heights, as shares of the space between the top bar and the transport. */
export const sheetHeights: Readonly<Record<SheetSize, string>> = { half: 'max(46%, min(100%, 200px))', full: '100%' };

/** A pull counts from this many px; less is a tremble. */
const meantPx = 48;

/** Returns the size of a sheet after a drag. */
export function heightAfterDrag(fromPx: number, toPx: number, size: SheetSize): SheetSize | 'closed' {
  const pulledPx = toPx - fromPx;
  if (pulledPx > meantPx) return 'full';
  if (pulledPx > -meantPx) return size;
  return size === 'full' && toPx > fromPx / 2 ? 'half' : 'closed';
}

/** Returns the size of a sheet after a key, or null if the key does not change it. */
export function sizeAfterKey(key: string, size: SheetSize): SheetSize | 'closed' | null {
  if (key === 'ArrowUp') return 'full';
  if (key === 'ArrowDown') return size === 'full' ? 'half' : 'closed';
  return null;
}
