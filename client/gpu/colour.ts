/** `#rrggbb` as sRGB-encoded values, 0..1, with an alpha of 1. */
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

/** Share of each channel in the luminance of linear sRGB (ITU-R BT.709). */
const luminanceShares = [0.2126, 0.7152, 0.0722] as const;

/** Returns a linear colour, lifted a little off black, scaled to luminance 1 and to at most `limit` in each channel. */
export function tintOf(linear: readonly number[], limit: number): [number, number, number, number] {
  const [red, green, blue] = linear.map((channel) => channel + 0.02);
  const luminance = red * luminanceShares[0] + green * luminanceShares[1] + blue * luminanceShares[2];
  const held = (channel: number) => Math.min(limit, channel / luminance);
  return [held(red), held(green), held(blue), 1];
}
