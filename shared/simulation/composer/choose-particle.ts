import { mix } from '../../math/generator.ts';
import { contactRules } from '../contacts.ts';
import type { NoteRule } from '../note.ts';
import type { UniverseWorld } from '../world.ts';

/** Slots tried before giving up. */
const tries = 24;

/** A living particle, chosen by `key`; −1 when none is found. */
export function chooseParticle(world: UniverseWorld, key: number): number {
  const used = world.stores.Clock.used[0];
  const { lifetime } = world.stores.Life;
  if (used === 0) return -1;
  for (let attempt = 0; attempt < tries; attempt++) {
    const slot = mix(key + attempt) % used;
    if (lifetime[slot] > 0) return slot;
  }
  return -1;
}

/** A particle that touched something in this step, and how; or, when none did, any living one. */
export function chooseContact(world: UniverseWorld, key: number): { slot: number; rule: NoteRule } {
  const { contacts } = world;
  if (contacts.slotCount === 0) return { slot: chooseParticle(world, key), rule: 'grain' };
  const index = mix(key) % contacts.slotCount;
  return { slot: contacts.slots[index], rule: contactRules[contacts.rules[index]] };
}
