/** Returns the level of the difference of both sides, in dB of that of their sum; −120 for a mono sound. */
export function sideDb([left, right]: readonly Float32Array[]): number {
  let mid = 0;
  let side = 0;
  left.forEach((sample, index) => {
    mid += (sample + right[index]) ** 2;
    side += (sample - right[index]) ** 2;
  });
  return Math.max(-120, 10 * Math.log10((side + 1e-15) / (mid + 1e-15)));
}
