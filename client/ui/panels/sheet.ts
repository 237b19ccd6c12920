/** How far a sheet is pulled up on a phone. */
export type SheetSize = 'half' | 'full';

/** CSS heights, as shares of the room between the top bar and the transport. */
export const sheetHeights: Readonly<Record<SheetSize, string>> = { half: 'max(46%, min(100%, 200px))', full: '100%' };

/** A pull of this many px is meant; less is a tremble. */
const meantPx = 48;

/** Where a sheet comes to rest when the finger lets go. */
export function heightAfterDrag(fromPx: number, toPx: number, size: SheetSize): SheetSize | 'closed' {
  const pulledPx = toPx - fromPx;
  if (pulledPx > meantPx) return 'full';
  if (pulledPx > -meantPx) return size;
  return size === 'full' && toPx > fromPx / 2 ? 'half' : 'closed';
}

/** The same from the keyboard. */
export function sizeAfterKey(key: string, size: SheetSize): SheetSize | 'closed' | null {
  if (key === 'ArrowUp') return 'full';
  if (key === 'ArrowDown') return size === 'full' ? 'half' : 'closed';
  return null;
}
