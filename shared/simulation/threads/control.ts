import { contactCapacity } from '../create-world.ts';
import type { Contacts } from '../world.ts';

/** Words of the shared memory by which the threads of a pool synchronise. */
const words = { section: 0, begun: 1, arrived: 2, passed: 3, documentVersion: 4, documentBytes: 5, length: 8 } as const;
/** Polls of a word before a thread sleeps: some tens of microseconds. */
const looks = 4000;
/** Room for a document as JSON in UTF-16 code units below 256. */
const documentCapacity = 1 << 18;
/** The contacts of a thread: three totals, the number of slots, the slots, and the kind of each contact. */
const contactWords = 4 + 2 * contactCapacity;
/** Section that ends the worker threads. */
export const dismissed = 0xffff;

export interface ThreadPoolMemory {
  readonly control: SharedArrayBuffer;
  readonly document: SharedArrayBuffer;
  readonly contacts: SharedArrayBuffer;
}

export function allocateThreadPool(members: number): ThreadPoolMemory {
  return {
    control: new SharedArrayBuffer(words.length * 4),
    document: new SharedArrayBuffer(documentCapacity),
    contacts: new SharedArrayBuffer(members * contactWords * 4),
  };
}

/** The barrier of the threads, and the words that they exchange. Each of them has one over the same memory. */
export interface ThreadPoolControl {
  /** Waits until all threads have arrived. @throws Error when one of them does not. */
  meet(): void;
  /** Starts a section on the other threads. */
  call(section: number): void;
  /** Calls so far, and the version of the document. */
  now(): { calls: number; version: number };
  /** Waits for the next section after `last` calls. */
  listen(last: number): { section: number; calls: number };
  /** Writes the document for the other threads. */
  tell(text: string): void;
  /** Returns the document if it differs from that of `version`, else null. */
  hear(version: number): { text: string; version: number } | null;
  writeContacts(member: number, contacts: Contacts): void;
  /** Adds the contacts of a thread to `contacts`. */
  addContacts(member: number, contacts: Contacts): void;
}

/** `patienceMs`: a thread that has not arrived after this time counts as dead. */
export function openControl(memory: ThreadPoolMemory, members: number, patienceMs = 10_000): ThreadPoolControl {
  const control = new Int32Array(memory.control);
  const bytes = new Uint8Array(memory.document);
  const contactsOf = (member: number) => new Uint32Array(memory.contacts, member * contactWords * 4, contactWords);
  const own = Array.from({ length: members }, (_, member) => contactsOf(member));

  /** Waits while a word holds `value`; false when it took too long. */
  const waitWhile = (word: number, value: number, milliseconds?: number) => {
    for (let look = 0; look < looks; look++) if (Atomics.load(control, word) !== value) return true;
    return Atomics.wait(control, word, value, milliseconds) !== 'timed-out';
  };

  return {
    meet() {
      const passed = Atomics.load(control, words.passed);
      if (Atomics.add(control, words.arrived, 1) === members - 1) {
        Atomics.store(control, words.arrived, 0);
        Atomics.add(control, words.passed, 1);
        Atomics.notify(control, words.passed);
      } else if (!waitWhile(words.passed, passed, patienceMs)) {
        throw new Error(`a step thread has not come back for ${patienceMs / 1000} s`);
      }
    },
    call(section) {
      Atomics.store(control, words.section, section);
      Atomics.add(control, words.begun, 1);
      Atomics.notify(control, words.begun);
    },
    now: () => ({ calls: Atomics.load(control, words.begun), version: Atomics.load(control, words.documentVersion) }),
    listen(last) {
      waitWhile(words.begun, last);
      return { section: Atomics.load(control, words.section), calls: Atomics.load(control, words.begun) };
    },
    tell(text) {
      const escaped = text.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
      if (escaped.length > documentCapacity) throw new Error(`a document of ${escaped.length} bytes is too large for the step threads`);
      for (let i = 0; i < escaped.length; i++) bytes[i] = escaped.charCodeAt(i);
      control[words.documentBytes] = escaped.length;
      Atomics.add(control, words.documentVersion, 1);
    },
    hear(version) {
      const now = Atomics.load(control, words.documentVersion);
      if (now === version) return null;
      let text = '';
      for (let i = 0; i < control[words.documentBytes]; i++) text += String.fromCharCode(bytes[i]);
      return { text, version: now };
    },
    writeContacts(member, { bounces, collisions, crossings, slotCount, slots, rules }) {
      const target = own[member];
      target[0] = bounces;
      target[1] = collisions;
      target[2] = crossings;
      target[3] = slotCount;
      for (let i = 0; i < slotCount; i++) {
        target[4 + i] = slots[i];
        target[4 + contactCapacity + i] = rules[i];
      }
    },
    addContacts(member, contacts) {
      const source = own[member];
      contacts.bounces += source[0];
      contacts.collisions += source[1];
      contacts.crossings += source[2];
      const room = Math.min(source[3], contactCapacity - contacts.slotCount);
      for (let i = 0; i < room; i++) {
        contacts.slots[contacts.slotCount + i] = source[4 + i];
        contacts.rules[contacts.slotCount + i] = source[4 + contactCapacity + i];
      }
      contacts.slotCount += room;
    },
  };
}
