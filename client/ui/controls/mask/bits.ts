/** An image of set (1) and clear (0) cells, row by row from the top: u8[side × side]. */
export type Bits = Uint8Array;

/** Returns the bits of hexadecimal digits, the most significant bit of each first. */
export function bitsOf(digits: string): Bits {
  const bits = new Uint8Array(digits.length * 4);
  for (let at = 0; at < bits.length; at++) bits[at] = (Number.parseInt(digits[at >> 2], 16) >> (3 - (at & 3))) & 1;
  return bits;
}

/** Returns the hexadecimal digits of bits; the inverse of {@link bitsOf}. */
export function digitsOf(bits: Bits): string {
  let digits = '';
  for (let at = 0; at < bits.length; at += 4) {
    digits += ((bits[at] << 3) | (bits[at + 1] << 2) | (bits[at + 2] << 1) | bits[at + 3]).toString(16);
  }
  return digits;
}

export function inverted(bits: Bits): Bits {
  return bits.map((bit) => 1 - bit);
}

export function countSet(bits: Bits): number {
  return bits.reduce((sum, bit) => sum + bit, 0);
}

/** Returns the bits after a stroke of a square pen, `width` cells wide, from one cell to another. Cells outside are ignored. */
export function withStroke(
  bits: Bits,
  side: number,
  from: { x: number; y: number },
  to: { x: number; y: number },
  width: number,
  value: 0 | 1,
): Bits {
  const next = bits.slice();
  const steps = Math.max(1, Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  for (let step = 0; step <= steps; step++) {
    const left = Math.round(from.x + ((to.x - from.x) * step) / steps - (width - 1) / 2);
    const top = Math.round(from.y + ((to.y - from.y) * step) / steps - (width - 1) / 2);
    for (let y = Math.max(0, top); y < Math.min(side, top + width); y++) {
      for (let x = Math.max(0, left); x < Math.min(side, left + width); x++) next[y * side + x] = value;
    }
  }
  return next;
}
