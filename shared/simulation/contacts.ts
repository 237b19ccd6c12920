import type { Contacts } from './world.ts';

/** Kinds of contact, in the order of the indices in `Contacts.rules`. */
export const contactRules = ['bounce', 'collision', 'crossing'] as const;
export type ContactRule = (typeof contactRules)[number];

/** Stores the slot of a contact for a sound, while there is room. */
export function noteContact(contacts: Contacts, slot: number, rule: ContactRule): void {
  if (contacts.slotCount === contacts.slots.length) return;
  contacts.slots[contacts.slotCount] = slot;
  contacts.rules[contacts.slotCount] = contactRules.indexOf(rule);
  contacts.slotCount += 1;
}

export function clearContacts(contacts: Contacts): void {
  contacts.bounces = 0;
  contacts.collisions = 0;
  contacts.crossings = 0;
  contacts.slotCount = 0;
}
