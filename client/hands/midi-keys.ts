import type { HeldKeys } from './held-keys.ts';

/** Controllers that affect keys. @see MIDI 1.0 Detailed Specification, Controller Messages and Channel Mode Messages */
const sustain = 64;
const allSoundOff = 120;
const resetControllers = 121;
const allNotesOff = 123;
/** Mode changes, which also release all notes. */
const lastMode = 127;
/** From this value of 0..127 on the sustain pedal is down; continuous pedals switch at their half. */
const pedalDownAt = 64;
const most = 127;

/** From this controller on, messages concern the channel and not a knob. */
export const firstModeController = allSoundOff;

/**
 * The keys that MIDI keyboards and their pedals hold. `device` is the device's id, since two may have the same name. Channels are 1..16.
 */
export interface MidiKeys {
  /** `velocity` 0..1. */
  press(device: string, channel: number, key: number, velocity: number): void;
  release(device: string, channel: number, key: number): void;
  /** `position` 0..1. */
  control(device: string, channel: number, controller: number, position: number): void;
  /** Releases what a removed device holds, and lifts its pedals. */
  unplug(device: string): void;
}

interface Channel {
  isPedalDown: boolean;
  /** Released keys that the pedal holds. */
  sustained: Set<number>;
}

export function createMidiKeys(held: Pick<HeldKeys, 'press' | 'release' | 'releaseAll'>): MidiKeys {
  const channels = new Map<string, Channel>();
  // Ids are arbitrary text: encoding keeps one from being a prefix of another.
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
      // A key that the pedal holds retriggers.
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
