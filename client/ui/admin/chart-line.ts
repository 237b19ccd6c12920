/** The line of a chart, and the area below it, as paths in a box of a width and a height. */
export interface ChartLine {
  line: string;
  area: string;
}

/**
 * Returns the paths of values, the last at the right edge and the first as far left as there are values of `places`. `top` is the value at
 * the upper edge.
 */
export function chartLineOf(
  values: readonly number[],
  { places, top, width, height }: { places: number; top: number; width: number; height: number },
): ChartLine {
  const step = width / Math.max(1, places - 1);
  const points = values.map((value, index) => {
    const x = width - (values.length - 1 - index) * step;
    return `${round(x)} ${round(height - (Math.min(value, top) / top) * height)}`;
  });
  if (points.length === 0) return { line: '', area: '' };
  const line = `M${points.join('L')}`;
  return { line, area: `${line}V${height}H${round(width - (values.length - 1) * step)}Z` };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Returns the least round number (1, 2 or 5 and zeros) that is not below the values, nor below `atLeast`. */
export function chartTopOf(values: readonly number[], atLeast: number): number {
  const largest = Math.max(atLeast, ...values);
  const size = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 5, 10].map((factor) => factor * size).find((top) => top >= largest)!;
}
