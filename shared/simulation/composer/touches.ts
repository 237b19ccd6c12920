import { contactRules, type ContactRule } from '../contacts.ts';
import type { UniverseWorld } from '../world.ts';

const ruleShift = 0x1000000;

/** The contacts that no note has answered yet. */
export interface Touches {
  /** Stores a contact in place of the oldest of four. */
  keep(slot: number, rule: number): void;
  /** Takes the newest contact whose particle is still alive; false when there is none. */
  take(): boolean;
  /** The contact that was taken last. */
  readonly taken: { slot: number; rule: ContactRule };
  clear(): void;
}

export function buildTouches(world: UniverseWorld): Touches {
  const { touch0, touch1, touch2, touch3 } = world.stores.Senses;
  const { lifetime } = world.stores.Life;
  const taken: { slot: number; rule: ContactRule } = { slot: 0, rule: 'bounce' };
  return {
    taken,
    keep(slot, rule) {
      touch3[0] = touch2[0];
      touch2[0] = touch1[0];
      touch1[0] = touch0[0];
      touch0[0] = slot + 1 + ruleShift * rule;
    },
    take() {
      while (touch0[0] > 0) {
        const slot = (touch0[0] % ruleShift) - 1;
        const rule = contactRules[Math.floor(touch0[0] / ruleShift)];
        touch0[0] = touch1[0];
        touch1[0] = touch2[0];
        touch2[0] = touch3[0];
        touch3[0] = 0;
        if (lifetime[slot] === 0) continue;
        taken.slot = slot;
        taken.rule = rule;
        return true;
      }
      return false;
    },
    clear() {
      touch0[0] = 0;
      touch1[0] = 0;
      touch2[0] = 0;
      touch3[0] = 0;
    },
  };
}
