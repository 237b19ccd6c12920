import { couple, type CouplingInput, type CouplingOutput, createCouplingOutput } from '../../shared/coupling/index.ts';

/** Returns the output of the links for an input. */
export function coupled(input: CouplingInput): CouplingOutput {
  const out = createCouplingOutput();
  couple(input, out);
  return out;
}
