// The full package, which nothing else on the page uses, would make a universe wait for four times as much code.
import * as z from 'zod/mini';
import type { MidiBinding } from '../store/hands.ts';

const storageKey = 'harmonic.midi.bindings';
const maxBindings = 256;

const bindingSchema = z.strictObject({
  device: z.string().check(z.minLength(1), z.maxLength(200)),
  channel: z.int().check(z.minimum(1), z.maximum(16)),
  controller: z.int().check(z.minimum(0), z.maximum(127)),
  target: z.string().check(z.minLength(1), z.maxLength(200)),
});

/** The bindings of MIDI controls to targets, stored on this computer. */
export interface MidiLearn {
  readonly armed: string | null;
  readonly bindings: readonly MidiBinding[];
  /** Binds the next control that moves to `target`; null cancels. */
  arm(target: string | null): void;
  /** Handles a moved control: returns the targets that follow it. An armed target is bound to it first. */
  move(device: string, channel: number, controller: number): string[];
  forget(binding: MidiBinding): void;
}

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

export function createMidiLearn(storage: Kept): MidiLearn {
  let bindings = readBindings(storage);
  let armed: string | null = null;

  const keep = (next: MidiBinding[]) => {
    bindings = next.slice(-maxBindings);
    try {
      storage.setItem(storageKey, JSON.stringify(bindings));
    } catch {
      // The storage is full or unavailable: the bindings last until the page is left.
    }
  };

  return {
    get armed() {
      return armed;
    },
    get bindings() {
      return bindings;
    },
    arm(target) {
      armed = target;
    },
    move(device, channel, controller) {
      if (armed !== null) {
        // A target follows one control per device; a control may move several targets.
        const others = bindings.filter((binding) => binding.device !== device || binding.target !== armed);
        keep([...others, { device, channel, controller, target: armed }]);
        armed = null;
      }
      return bindings
        .filter((binding) => binding.device === device && binding.channel === channel && binding.controller === controller)
        .map(({ target }) => target);
    },
    forget({ device, channel, controller, target }) {
      keep(
        bindings.filter(
          (binding) =>
            binding.device !== device || binding.channel !== channel || binding.controller !== controller || binding.target !== target,
        ),
      );
    },
  };
}

/** Reads the stored bindings; drops invalid ones. */
function readBindings(storage: Kept): MidiBinding[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry) => bindingSchema.safeParse(entry).data ?? []).slice(-maxBindings);
  } catch {
    return [];
  }
}
