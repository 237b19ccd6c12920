import type { HeldKeys } from './held-keys.ts';

/** Controllers that say something about keys. @see MIDI 1.0 Detailed Specification, Controller Messages and Channel Mode Messages */
const sustain = 64;
const allSoundOff = 120;
const resetControllers = 121;
const allNotesOff = 123;
/** Changes of mode, which let go of all notes as well. */
const lastMode = 127;
/** From here on, of 0..127, the sustain pedal is down: one that tells how far is down from its half. */
const pedalDownAt = 64;
const most = 127;

/** From this controller on, messages are about the channel, and not of a knob. */
export const firstModeController = allSoundOff;

/** What keys and pedals of MIDI devices hold. `device` is the id of one: two may have the same name. Channels are 1..16. */
export interface MidiKeys {
  /** `velocity` 0..1. */
  press(device: string, channel: number, key: number, velocity: number): void;
  release(device: string, channel: number, key: number): void;
  /** `position` 0..1. */
  control(device: string, channel: number, controller: number, position: number): void;
  /** The device is gone: what it holds is let go, and its pedals are up. */
  unplug(device: string): void;
}

interface Channel {
  isPedalDown: boolean;
  /** Keys that are let go, and held by the pedal. */
  sustained: Set<number>;
}

export function createMidiKeys(held: Pick<HeldKeys, 'press' | 'release' | 'releaseAll'>): MidiKeys {
  const channels = new Map<string, Channel>();
  // Ids are any text: none is to be the beginning of another.
  const prefixOf = (device: string) => `midi:${encodeURIComponent(device)}:`;
  const channelAt = (device: string, channel: number) => `${prefixOf(device)}${channel}:`;

  const stateOf = (address: string) => {
    const known = channels.get(address) ?? { isPedalDown: false, sustained: new Set() };
    channels.set(address, known);
    return known;
  };
  const liftPedal = (address: string) => {
    const state = stateOf(address);
    state.isPedalDown = false;
    for (const key of state.sustained) held.release(address + key);
    state.sustained.clear();
  };
  const silence = (address: string) => {
    stateOf(address).sustained.clear();
    held.releaseAll(address);
  };

  return {
    press(device, channel, key, velocity) {
      const address = channelAt(device, channel);
      // A key that the pedal holds sounds anew.
      if (stateOf(address).sustained.delete(key)) held.release(address + key);
      held.press(address + key, key, velocity);
    },
    release(device, channel, key) {
      const address = channelAt(device, channel);
      const { isPedalDown, sustained } = stateOf(address);
      if (isPedalDown) sustained.add(key);
      else held.release(address + key);
    },
    control(device, channel, controller, position) {
      const address = channelAt(device, channel);
      if (controller === sustain) {
        if (Math.round(position * most) >= pedalDownAt) stateOf(address).isPedalDown = true;
        else liftPedal(address);
      }
      if (controller === resetControllers) liftPedal(address);
      if (controller === allSoundOff || (controller >= allNotesOff && controller <= lastMode)) silence(address);
    },
    unplug(device) {
      const prefix = prefixOf(device);
      for (const address of channels.keys()) if (address.startsWith(prefix)) channels.delete(address);
      held.releaseAll(prefix);
    },
  };
}
