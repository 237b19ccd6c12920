import type { DueEvent } from '../../../engine/protocol.ts';
import type { HeldKeys } from '../../../hands/held-keys.ts';
import { createMidiLearn } from '../../../hands/midi-learn.ts';
import { createMidiKeys, firstModeController } from '../../../hands/midi-keys.ts';
import { createMidiOutput, type MidiOut, type MidiOutput } from '../../../hands/midi-output.ts';
import { type MidiPortEvents, type MidiPorts, openMidiPorts } from '../../../hands/midi-ports.ts';
import { editOfControl } from '../../../store/control-target.ts';
import { type MidiBinding, noMidi } from '../../../store/hands.ts';
import type { Edit } from '../../../../shared/universe/index.ts';
import type { Store } from '../../../store/store.ts';
import { messageOf } from '../../page/actions.ts';
import { ownStorage } from '../../page/own-storage.ts';

/** The MIDI devices of a universe: those that play it, and the one that plays what sounds in it. */
export interface MidiDesk {
  connect(): Promise<void>;
  chooseOutput(id: string): void;
  learn(target: string | null): void;
  forget(binding: MidiBinding): void;
  /** Takes an event that sounds at a time in ms of `performance.now()`. */
  play(event: DueEvent, atMs: number): void;
  setPlaying(playing: boolean): void;
  dispose(): void;
}

export interface MidiDeskOptions {
  store: Store;
  held: HeldKeys;
  edit: (edit: Edit) => void;
}

/** The output device that plays what sounds in the universe, where one is chosen. */
function createChosenOutput() {
  let output: MidiOutput | null = null;
  return {
    /** Ends every note of the device. */
    stop(): void {
      output?.close(performance.now());
      output = null;
    },
    choose(out: MidiOut | null): void {
      output = out && createMidiOutput(out);
    },
    /** The device has been unplugged. */
    forget(): void {
      output = null;
    },
    play(event: DueEvent, atMs: number): void {
      if (!output) return;
      if ('note' in event) output.play(event.note, atMs);
      else if ('release' in event) output.release(event.release, atMs);
      else output.beat(event, atMs);
      output.flush(performance.now());
    },
    setPlaying: (playing: boolean): void => output?.setPlaying(playing, performance.now()),
  };
}

export function createMidiDesk({ store, held, edit }: MidiDeskOptions): MidiDesk {
  const learn = createMidiLearn(ownStorage());
  const keys = createMidiKeys(held);
  const output = createChosenOutput();
  let ports: MidiPorts | null = null;
  let disposed = false;

  const patch = (values: Partial<Store['midi']['value']>) => {
    store.midi.value = { ...store.midi.value, ...values };
  };
  const showLearnt = () => patch({ armed: learn.armed, bindings: learn.bindings });
  store.midi.value = { ...noMidi, bindings: learn.bindings };

  const showPorts = () => {
    if (!ports) return;
    const { inputs, outputs } = ports;
    const isThere = outputs.some(({ id }) => id === store.midi.value.output);
    if (!isThere) output.forget();
    patch({ inputs, outputs, output: isThere ? store.midi.value.output : '' });
  };

  const onControl: MidiPortEvents['control'] = (id, channel, controller, position) => {
    keys.control(id, channel, controller, position);
    if (controller >= firstModeController) return;
    // The targets of a knob are kept by the name of its device: its id may be another on the next visit.
    const device = ports?.inputs.find((input) => input.id === id)?.name ?? id;
    const wasArmed = learn.armed !== null;
    const targets = learn.move(device, channel, controller);
    if (wasArmed) showLearnt();
    if (!store.canEdit.value) return;
    for (const target of targets) {
      const change = editOfControl(target, position, store.effectiveDocument.value);
      if (change) edit(change);
    }
  };

  return {
    async connect() {
      if (ports || store.midi.value.state === 'starting') return;
      patch({ state: 'starting', message: '' });
      try {
        const { unplug: unplugged, press, release } = keys;
        const opened = await openMidiPorts({ changed: showPorts, unplugged, press, release, control: onControl });
        if (disposed) return opened.close();
        ports = opened;
        patch({ state: 'on' });
        showPorts();
      } catch (error) {
        if (!disposed) patch({ state: 'unavailable', message: messageOf(error) });
      }
    },
    chooseOutput(id) {
      output.stop();
      const out = id === '' ? null : (ports?.output(id) ?? null);
      output.choose(out);
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
    play: output.play,
    setPlaying: output.setPlaying,
    dispose() {
      disposed = true;
      output.stop();
      held.releaseAll('midi:');
      ports?.close();
    },
  };
}
