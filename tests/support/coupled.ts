import { couple, type CouplingInput, type CouplingOutput, createCouplingOutput } from '../../shared/coupling/index.ts';

/** What the links make of what they read. */
export function coupled(input: CouplingInput): CouplingOutput {
  const out = createCouplingOutput();
  couple(input, out);
  return out;
}
