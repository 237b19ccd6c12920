/** `#rrggbb` as the screen takes it, 0..1, with an alpha of 1. */
export function encodedColour(hex: string): [number, number, number, number] {
  const word = Number.parseInt(hex.slice(1), 16);
  return [((word >> 16) & 255) / 255, ((word >> 8) & 255) / 255, (word & 255) / 255, 1];
}

/** `#rrggbb` in linear light, 0..1, with an alpha of 1. @see IEC 61966-2-1 */
export function linearColour(hex: string): [number, number, number, number] {
  const linear = (encoded: number) => (encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = encodedColour(hex);
  return [linear(red), linear(green), linear(blue), 1];
}
