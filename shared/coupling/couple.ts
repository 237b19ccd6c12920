import { coupleClassic } from './classic.ts';
import type { CouplingInput, CouplingOutput } from './links.ts';
import { coupleStable } from './stable.ts';

/** Writes the targets of one step into `out`. */
export function couple(input: CouplingInput, out: CouplingOutput): void {
  if (input.parameters.couplingMode === 'classic') coupleClassic(input, out);
  else coupleStable(input, out);
}
