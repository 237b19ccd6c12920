/** `#rrggbb` in linear light, 0..1, with an alpha of 1. @see IEC 61966-2-1 */
export function linearColour(hex: string): [number, number, number, number] {
  const word = Number.parseInt(hex.slice(1), 16);
  const channel = (shift: number) => {
    const encoded = ((word >> shift) & 255) / 255;
    return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
  };
  return [channel(16), channel(8), channel(0), 1];
}
