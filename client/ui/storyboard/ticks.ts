const steps = [1, 2, 5, 10, 15, 30, 60, 120];
const maxTicks = 11;

/** Returns the times of the numbers on a ruler of `duration` seconds. */
export function ticksOf(duration: number): number[] {
  const step = steps.find((seconds) => duration / seconds < maxTicks) ?? steps.at(-1)!;
  return Array.from({ length: Math.floor(duration / step) + 1 }, (_, index) => index * step);
}
