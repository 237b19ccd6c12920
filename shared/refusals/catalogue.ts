import { accountRefusals } from './accounts.ts';
import { feedbackRefusals } from './feedback.ts';
import { inputRefusals } from './input.ts';
import { programRefusals } from './programs.ts';
import { roomRefusals } from './rooms.ts';
import { serverRefusals } from './server.ts';
import { universeRefusals } from './universes.ts';

/** Refusals that users meet, by their reason. */
export const userRefusals = {
  ...accountRefusals,
  ...universeRefusals,
  ...feedbackRefusals,
  ...roomRefusals,
  ...inputRefusals,
  ...serverRefusals,
} as const;

/** Every refusal, by its reason. */
export const refusals = { ...userRefusals, ...programRefusals } as const;

/** Reason of a refusal. */
export type Reason = keyof typeof refusals;
