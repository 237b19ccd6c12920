import { maxEmitters, maxWells } from '../universe/index.ts';

/** Most notes that sound at once in the model. */
export const voiceCapacity = 64;

/** Entities of each pool except the particles, which come after all others. */
export const fixedCapacities = { universe: 1, voice: voiceCapacity, emitter: maxEmitters, well: maxWells } as const;

/** bitECS counts entities from 1. */
const firstParticle = 1 + fixedCapacities.universe + fixedCapacities.voice + fixedCapacities.emitter + fixedCapacities.well;

/** Returns the slot of the particle that caused a note; null when the universe itself played it. */
export function slotOfCause(cause: number): number | null {
  return cause >= firstParticle ? cause - firstParticle : null;
}
