import { coupleClassic } from './classic.ts';
import type { ParameterValues } from '../parameters/index.ts';
import type { CouplingInput, CouplingOutput } from './links.ts';
import { coupleStable } from './stable.ts';

const modes: Readonly<Record<ParameterValues['couplingMode'], (input: CouplingInput, out: CouplingOutput) => void>> = {
  stable: coupleStable,
  classic: coupleClassic,
};

/** Writes the targets of one step into `out`. */
export function couple(input: CouplingInput, out: CouplingOutput): void {
  modes[input.parameters.couplingMode](input, out);
}
