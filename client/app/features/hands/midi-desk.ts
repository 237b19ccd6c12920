import type { DueEvent } from '../../../engine/protocol.ts';
import type { HeldKeys } from '../../../hands/held-keys.ts';
import { createMidiLearn } from '../../../hands/midi-learn.ts';
import { createMidiKeys, firstModeController } from '../../../hands/midi-keys.ts';
import { createMidiOutput, type MidiOutput } from '../../../hands/midi-output.ts';
import { type MidiPorts, openMidiPorts } from '../../../hands/midi-ports.ts';
import { editOfControl } from '../../../store/control-target.ts';
import { type MidiBinding, noMidi } from '../../../store/hands.ts';
import type { Edit } from '../../../../shared/universe/index.ts';
import type { Store } from '../../../store/store.ts';
import { messageOf } from '../../page/actions.ts';
import { ownStorage } from '../../page/own-storage.ts';

/** MIDI devices on both sides of the universe: what is played on them, and what they play. */
export interface MidiDesk {
  connect(): Promise<void>;
  chooseOutput(id: string): void;
  learn(target: string | null): void;
  forget(binding: MidiBinding): void;
  /** Something sounds, at a moment in ms of `performance.now()`. */
  play(event: DueEvent, atMs: number): void;
  setPlaying(playing: boolean): void;
  dispose(): void;
}

export interface MidiDeskOptions {
  store: Store;
  held: HeldKeys;
  edit: (edit: Edit) => void;
}

export function createMidiDesk({ store, held, edit }: MidiDeskOptions): MidiDesk {
  const learn = createMidiLearn(ownStorage());
  const keys = createMidiKeys(held);
  let ports: MidiPorts | null = null;
  let output: MidiOutput | null = null;
  let disposed = false;

  const patch = (values: Partial<Store['midi']['value']>) => {
    store.midi.value = { ...store.midi.value, ...values };
  };
  const showLearnt = () => patch({ armed: learn.armed, bindings: learn.bindings });
  store.midi.value = { ...noMidi, bindings: learn.bindings };

  const stopOutput = () => {
    output?.close(performance.now());
    output = null;
  };

  const showPorts = () => {
    if (!ports) return;
    const { inputs, outputs } = ports;
    const isThere = outputs.some(({ id }) => id === store.midi.value.output);
    if (!isThere) output = null;
    patch({ inputs, outputs, output: isThere ? store.midi.value.output : '' });
  };

  const onControl = (id: string, channel: number, controller: number, position: number) => {
    keys.control(id, channel, controller, position);
    if (controller >= firstModeController) return;
    // What a knob moves is kept by the name of its device: ids may be others on the next visit.
    const device = ports?.inputs.find((input) => input.id === id)?.name ?? id;
    const wasArmed = learn.armed !== null;
    const targets = learn.move(device, channel, controller);
    if (wasArmed) showLearnt();
    if (!store.canEdit.value) return;
    for (const target of targets) {
      const change = editOfControl(target, position, store.document.value);
      if (change) edit(change);
    }
  };

  const open = () =>
    openMidiPorts({
      changed: showPorts,
      unplugged: keys.unplug,
      press: keys.press,
      release: keys.release,
      control: onControl,
    });

  return {
    async connect() {
      if (ports || store.midi.value.state === 'starting') return;
      patch({ state: 'starting', message: '' });
      try {
        const opened = await open();
        if (disposed) {
          opened.close();
          return;
        }
        ports = opened;
        patch({ state: 'on' });
        showPorts();
      } catch (error) {
        if (!disposed) patch({ state: 'unavailable', message: messageOf(error) });
      }
    },
    chooseOutput(id) {
      stopOutput();
      const out = id === '' ? null : (ports?.output(id) ?? null);
      output = out && createMidiOutput(out);
      patch({ output: out ? id : '' });
    },
    learn(target) {
      learn.arm(target);
      showLearnt();
    },
    forget(binding) {
      learn.forget(binding);
      showLearnt();
    },
    play(event, atMs) {
      if (!output) return;
      if ('note' in event) output.play(event.note, atMs);
      else if ('release' in event) output.release(event.release, atMs);
      else output.beat(event, atMs);
      output.flush(performance.now());
    },
    setPlaying: (playing) => output?.setPlaying(playing, performance.now()),
    dispose() {
      disposed = true;
      stopOutput();
      held.releaseAll('midi:');
      ports?.close();
    },
  };
}
