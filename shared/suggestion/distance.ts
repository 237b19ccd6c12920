/** Returns how different two descriptions are: the root of the mean square of the differences of their values. */
export function distance(a: Float64Array, b: Float64Array): number {
  let squares = 0;
  for (let index = 0; index < a.length; index++) squares += (a[index] - b[index]) * (a[index] - b[index]);
  return Math.sqrt(squares / a.length);
}
