import type { Input, Output } from 'webmidi';
import type { Sentence } from '../words/sentences.ts';
import { say } from '../words/words.ts';
import type { MidiOut } from './midi-output.ts';

export interface MidiPort {
  id: string;
  name: string;
}

/** The MIDI devices of this computer. `device` is the name of one, velocities and positions are 0..1. */
export interface MidiPorts {
  readonly inputs: readonly MidiPort[];
  readonly outputs: readonly MidiPort[];
  output(id: string): MidiOut | null;
  close(): void;
}

export interface MidiPortEvents {
  /** Devices came or went. */
  changed(): void;
  press(device: string, key: number, velocity: number): void;
  release(device: string, key: number): void;
  control(device: string, channel: number, controller: number, position: number): void;
}

export const noMidiHere: Sentence = 'This browser can not reach MIDI devices. Chrome, Edge and Firefox on a computer can.';

/** Asks for the devices, which asks the person. @throws Error with a sentence that says why there are none. */
export async function openMidiPorts(events: MidiPortEvents): Promise<MidiPorts> {
  if (!('requestMIDIAccess' in navigator)) throw new Error(say(noMidiHere));
  const { WebMidi } = await import('webmidi');
  try {
    await WebMidi.enable();
  } catch (cause) {
    throw new Error(whyNot(cause), { cause });
  }
  const listened = new Set<string>();

  const listenTo = (input: Input) => {
    if (listened.has(input.id)) return;
    listened.add(input.id);
    const { name } = input;
    input.addListener('noteon', ({ note }) => events.press(name, note.number, note.attack));
    input.addListener('noteoff', ({ note }) => events.release(name, note.number));
    input.addListener('controlchange', ({ controller, message, value }) => {
      events.control(name, message.channel, controller.number, Number(value ?? 0));
    });
  };

  const refresh = () => {
    for (const id of listened) if (!WebMidi.inputs.some((input) => input.id === id)) listened.delete(id);
    WebMidi.inputs.forEach(listenTo);
    events.changed();
  };
  WebMidi.addListener('portschanged', refresh);
  WebMidi.inputs.forEach(listenTo);

  return {
    get inputs() {
      return WebMidi.inputs.map(portOf);
    },
    get outputs() {
      return WebMidi.outputs.map(portOf);
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
    return say('The browser did not give the MIDI devices. Allow MIDI for this page, then try again.');
  return say('The MIDI devices of this computer could not be reached: {message}', { message });
}

const portOf = ({ id, name }: Input | Output): MidiPort => ({ id, name });

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
