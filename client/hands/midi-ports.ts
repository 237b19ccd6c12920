import type { Input, Output } from 'webmidi';
import type { Sentence } from '../words/sentences.ts';
import { say } from '../words/words.ts';
import type { MidiOut } from './midi-output.ts';

export interface MidiPort {
  id: string;
  name: string;
}

/** The MIDI devices of this computer. `device` is a device id; velocities and positions are 0..1. */
export interface MidiPorts {
  readonly inputs: readonly MidiPort[];
  readonly outputs: readonly MidiPort[];
  output(id: string): MidiOut | null;
  close(): void;
}

export interface MidiPortEvents {
  /** Devices were added or removed. */
  changed(): void;
  /** A device was removed. */
  unplugged(device: string): void;
  press(device: string, channel: number, key: number, velocity: number): void;
  release(device: string, channel: number, key: number): void;
  control(device: string, channel: number, controller: number, position: number): void;
}

export const noMidiHere: Sentence = 'This browser does not support MIDI devices. Chrome, Edge and Firefox on a computer do.';

/** Requests access to the devices, for which the browser asks the user. @throws Error with a sentence that says why there are none. */
export async function openMidiPorts(events: MidiPortEvents): Promise<MidiPorts> {
  if (!('requestMIDIAccess' in navigator)) throw new Error(say(noMidiHere));
  const { WebMidi } = await import('webmidi');
  try {
    await WebMidi.enable();
  } catch (cause) {
    throw new Error(whyNot(cause), { cause });
  }
  /** A reconnected input may be the same object as before. */
  const listened = new WeakSet<Input>();
  let plugged: readonly string[] = [];
  const inputs = () => WebMidi.inputs.filter(({ state }) => state !== 'disconnected');

  const listenTo = (input: Input) => {
    if (listened.has(input)) return;
    listened.add(input);
    const { id } = input;
    input.addListener('noteon', ({ message, note }) => events.press(id, message.channel, note.number, note.attack));
    input.addListener('noteoff', ({ message, note }) => events.release(id, message.channel, note.number));
    input.addListener('controlchange', ({ controller, message, value }) => {
      events.control(id, message.channel, controller.number, Number(value ?? 0));
    });
  };

  const look = () => {
    const before = plugged;
    plugged = inputs().map(({ id }) => id);
    for (const id of before) if (!plugged.includes(id)) events.unplugged(id);
    inputs().forEach(listenTo);
  };
  const refresh = () => {
    look();
    events.changed();
  };
  WebMidi.addListener('portschanged', refresh);
  look();

  return {
    get inputs() {
      return portsOf(inputs());
    },
    get outputs() {
      return portsOf(WebMidi.outputs);
    },
    output(id) {
      const output = WebMidi.outputs.find((port) => port.id === id);
      return output ? midiOutOf(output) : null;
    },
    close: () => void WebMidi.disable(),
  };
}

function whyNot(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'SecurityError' || name === 'NotAllowedError')
    return say('The browser did not allow MIDI devices. Allow MIDI for this page, then try again.');
  return say('The MIDI devices of this computer could not be reached: {message}', { message });
}

/** Returns ports with unique names: a repeated name gets a number. */
function portsOf(ports: readonly (Input | Output)[]): MidiPort[] {
  return ports.map(({ id, name }, at) => {
    const before = ports.slice(0, at).filter((port) => port.name === name).length;
    return { id, name: before === 0 ? name : `${name} (${before + 1})` };
  });
}

function midiOutOf(output: Output): MidiOut {
  return {
    noteOn: (channels, key, attack, time) => void output.sendNoteOn(key, { channels, attack, time }),
    noteOff: (channels, key, time) => void output.sendNoteOff(key, { channels, time }),
    clock: (time) => void output.sendClock({ time }),
    start: (time) => void output.sendStart({ time }),
    continue: (time) => void output.sendContinue({ time }),
    stop: (time) => void output.sendStop({ time }),
  };
}
