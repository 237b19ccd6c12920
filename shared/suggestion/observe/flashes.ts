/** Change of the light that counts, as a share of its largest value, and the darker state from which it counts no longer. */
const step = 0.1;
const ceiling = 0.8;

/**
 * Returns the most flashes of a light within any second: pairs of opposing changes by a tenth of its largest value, the darker state below
 * eight tenths. `light`: its value in each tick.
 * @see https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds
 */
export function mostFlashes(light: Float64Array, ticksPerSecond: number): number {
  let brightest = 0;
  for (const value of light) brightest = Math.max(brightest, value);
  if (brightest === 0) return 0;
  const turns: number[] = [];
  let extreme = light[0] / brightest;
  let isRising = true;
  for (let tick = 1; tick < light.length; tick++) {
    const value = light[tick] / brightest;
    const turned = isRising ? value <= extreme - step && value < ceiling : value >= extreme + step && extreme < ceiling;
    if (turned) {
      turns.push(tick);
      isRising = !isRising;
    }
    if (turned || (isRising ? value > extreme : value < extreme)) extreme = value;
  }
  let most = 0;
  let from = 0;
  turns.forEach((tick, index) => {
    while (tick - turns[from] >= ticksPerSecond) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return Math.floor(most / 2);
}
