import type { ParameterValues } from '../parameters/index.ts';

export type ProgressionName = ParameterValues['progression'];

/** Roots of the fixed progressions as degrees of a seven-note scale, a bar each. */
const loops: Partial<Record<ProgressionName, readonly number[]>> = {
  'I–V–vi–IV': [0, 4, 5, 3],
  'ii–V–I': [1, 4, 0, 0],
  modal: [0, 6, 0, 3],
  pedal: [0],
  none: [0],
};

/** Moves of the drifting progression: thirds keep two notes, fifths keep one. */
const calmMoves = [0, 2, -2, 5, -5];
const boldMoves = [3, -3, 4, 1];
/** The drift comes home this often. */
const homeEveryBars = 8;

/**
 * Degree of the root for a bar.
 * `previous`: root of the bar before; `energy` 0..1 makes the drift bolder; `chance` 0..1 decides its move.
 */
export function rootOfBar(name: ProgressionName, scaleSize: number, bar: number, previous: number, energy: number, chance: number): number {
  const loop = loops[name];
  if (loop) return scaleSize === 7 ? loop[bar % loop.length] : Math.floor((loop[bar % loop.length] * scaleSize) / 7);
  if (bar % homeEveryBars === 0) return 0;
  const bold = chance * 2 - Math.floor(chance * 2) < 0.25 + 0.5 * energy;
  const moves = bold ? boldMoves : calmMoves;
  const move = moves[Math.min(moves.length - 1, Math.floor(chance * moves.length))];
  return (((previous + move) % scaleSize) + scaleSize) % scaleSize;
}
