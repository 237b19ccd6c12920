/** The same note in the octave that begins at `low`, both in Hz and above 0. */
export function inOctaveFrom(low: number, frequencyHz: number): number {
  let hz = frequencyHz;
  while (hz >= low * 2) hz /= 2;
  while (hz < low) hz *= 2;
  return hz;
}
