/** Pearson's correlation of two series of the same length, −1..1. */
export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let index = 0; index < xs.length; index++) {
    xy += (xs[index] - mx) * (ys[index] - my);
    xx += (xs[index] - mx) ** 2;
    yy += (ys[index] - my) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}
