import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noMidiHere, openMidiPorts } from './midi-ports.ts';

type Listener = (event: never) => void;

/** Replaces the library with devices that a test plugs in and plays. */
const fake = vi.hoisted(() => {
  const port = (id: string, name: string) => {
    const listeners = new Map<string, Listener[]>();
    const sent: unknown[][] = [];
    const send =
      (what: string) =>
      (...given: unknown[]) =>
        sent.push([what, ...given]);
    return {
      id,
      name,
      sent,
      addListener: (event: string, listener: Listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
      say: (event: string, content: unknown) => listeners.get(event)?.forEach((listener) => listener(content as never)),
      sendNoteOn: send('on'),
      sendNoteOff: send('off'),
      sendClock: send('clock'),
      sendStart: send('start'),
      sendContinue: send('continue'),
      sendStop: send('stop'),
    };
  };
  const own = new Map<string, Listener>();
  return {
    port,
    refusal: null as Error | null,
    disabled: 0,
    inputs: [] as ReturnType<typeof port>[],
    outputs: [] as ReturnType<typeof port>[],
    enable: () => (fake.refusal ? Promise.reject(fake.refusal) : Promise.resolve()),
    disable: () => Promise.resolve((fake.disabled += 1)),
    addListener: (event: string, listener: Listener) => own.set(event, listener),
    plugged: () => own.get('portschanged')?.(null as never),
  };
});
vi.mock('webmidi', () => ({ WebMidi: fake }));

beforeEach(() => {
  Object.assign(fake, { refusal: null, inputs: [fake.port('i1', 'Keys')], outputs: [fake.port('o1', 'Synth')] });
  vi.stubGlobal('navigator', { requestMIDIAccess: () => undefined });
});
afterEach(() => vi.unstubAllGlobals());

function listen() {
  const heard: unknown[][] = [];
  const tell =
    (what: string) =>
    (...given: unknown[]) =>
      void heard.push([what, ...given]);
  return {
    heard,
    events: {
      changed: tell('changed'),
      unplugged: tell('unplugged'),
      press: tell('press'),
      release: tell('release'),
      control: tell('control'),
    },
  };
}

it('reports keys and knobs, also of a device that is plugged in later, each once', async () => {
  const { heard, events } = listen();
  const ports = await openMidiPorts(events);
  const late = fake.port('i2', 'Knobs');
  fake.inputs.push(late);
  fake.plugged();
  fake.plugged();
  fake.inputs[0].say('noteon', { message: { channel: 2 }, note: { number: 60, attack: 0.5 } });
  fake.inputs[0].say('noteoff', { message: { channel: 2 }, note: { number: 60 } });
  late.say('controlchange', { controller: { number: 21 }, message: { channel: 3 }, value: 0.25 });
  expect(heard.filter(([what]) => what !== 'changed')).toEqual([
    ['press', 'i1', 2, 60, 0.5],
    ['release', 'i1', 2, 60],
    ['control', 'i2', 3, 21, 0.25],
  ]);
  expect(ports.inputs).toEqual([
    { id: 'i1', name: 'Keys' },
    { id: 'i2', name: 'Knobs' },
  ]);
});

it('reports a removed device, listens to it once when it is back, and numbers devices with the same name', async () => {
  const { heard, events } = listen();
  const ports = await openMidiPorts(events);
  const [keys] = fake.inputs;
  fake.inputs = [];
  fake.plugged();
  expect(heard).toEqual([['unplugged', 'i1'], ['changed']]);
  fake.inputs = [keys, fake.port('i2', 'Keys')];
  fake.plugged();
  heard.length = 0;
  keys.say('noteon', { message: { channel: 1 }, note: { number: 60, attack: 1 } });
  expect(heard).toEqual([['press', 'i1', 1, 60, 1]]);
  expect(ports.inputs.map(({ name }) => name)).toEqual(['Keys', 'Keys (2)']);
});

it('sends every message with its time', async () => {
  const ports = await openMidiPorts(listen().events);
  const out = ports.output('o1')!;
  out.noteOn(10, 38, 1, 1200.5);
  out.noteOff(10, 38, 1300);
  out.clock(1201);
  expect(fake.outputs[0].sent).toEqual([
    ['on', 38, { channels: 10, attack: 1, time: 1200.5 }],
    ['off', 38, { channels: 10, time: 1300 }],
    ['clock', { time: 1201 }],
  ]);
  expect(ports.output('gone')).toBeNull();
});

it('explains in a sentence why there are no devices', async () => {
  fake.refusal = new DOMException('denied', 'NotAllowedError');
  await expect(openMidiPorts(listen().events)).rejects.toThrow(/Allow MIDI for this page/);
  fake.refusal = new Error('no sequencer');
  await expect(openMidiPorts(listen().events)).rejects.toThrow(/could not be reached: no sequencer/);
  vi.stubGlobal('navigator', {});
  await expect(openMidiPorts(listen().events)).rejects.toThrow(noMidiHere);
});
