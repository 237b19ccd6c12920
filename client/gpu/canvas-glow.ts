/** Picture pixels per glow pixel, along one side. */
const reduction = 10;

/** Adds a wide, blurred copy of a picture (RGBA bytes) to it by screen blending: 1 − (1 − a)(1 − b). `amount` 0..1. */
export function createGlow(width: number, height: number): (pixels: Uint8ClampedArray, amount: number) => void {
  const across = Math.ceil(width / reduction);
  const down = Math.ceil(height / reduction);
  const soft = new Float32Array(across * down * 3);
  const counts = new Float32Array(across * down);

  const gather = (pixels: Uint8ClampedArray) => {
    soft.fill(0);
    counts.fill(0);
    for (let y = 0; y < height; y++) {
      const row = Math.floor(y / reduction) * across;
      for (let x = 0; x < width; x++) {
        const cell = row + Math.floor(x / reduction);
        const at = (y * width + x) * 4;
        counts[cell] += 1;
        for (let channel = 0; channel < 3; channel++) soft[cell * 3 + channel] += pixels[at + channel];
      }
    }
    for (let at = 0; at < soft.length; at++) soft[at] /= counts[Math.floor(at / 3)];
  };

  return (pixels, amount) => {
    gather(pixels);
    for (let y = 0; y < height; y++) {
      const v = Math.min(down - 1, Math.max(0, (y + 0.5) / reduction - 0.5));
      const top = Math.floor(v) * across;
      const bottom = Math.min(down - 1, Math.floor(v) + 1) * across;
      for (let x = 0; x < width; x++) {
        const u = Math.min(across - 1, Math.max(0, (x + 0.5) / reduction - 0.5));
        const left = Math.floor(u);
        const right = Math.min(across - 1, left + 1);
        const at = (y * width + x) * 4;
        for (let channel = 0; channel < 3; channel++) {
          const upper = soft[(top + left) * 3 + channel] * (1 - (u - left)) + soft[(top + right) * 3 + channel] * (u - left);
          const lower = soft[(bottom + left) * 3 + channel] * (1 - (u - left)) + soft[(bottom + right) * 3 + channel] * (u - left);
          const glow = upper + (lower - upper) * (v - Math.floor(v));
          pixels[at + channel] += glow * amount * (1 - pixels[at + channel] / 255);
        }
      }
    }
  };
}
