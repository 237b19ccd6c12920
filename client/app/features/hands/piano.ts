import { effect } from '@preact/signals-core';
import { scaleOf, tonicOf } from '../../../../shared/music/index.ts';
import type { DueEvent } from '../../../engine/protocol.ts';
import type { HeldKeys } from '../../../hands/held-keys.ts';
import { followLostKeys } from '../../../hands/lost-keys.ts';
import { createSoundingKeys } from '../../../hands/sounding-keys.ts';
import type { Store } from '../../../store/store.ts';
import { midiOfPad, octaveCodes, padOfCode, shiftedOctave } from '../../../ui/play/pads.ts';
import { isTyping } from '../../keyboard/key-press.ts';

/** The computer keys as a piano, while it is open. */
export interface Piano {
  /** Shows an event that sounds at a time in ms of `performance.now()`. */
  play(event: DueEvent, atMs: number): void;
  /** Shifts the keys by octaves, within the limit. */
  shift(by: number): void;
  dispose(): void;
}

/** Velocity of a computer key. */
const keyVelocity = 0.8;

export function createPiano(store: Store, held: HeldKeys): Piano {
  const stop = new AbortController();
  const { signal } = stop;
  const sounding = createSoundingKeys();
  let frame = 0;

  const shift = (by: number) => {
    const { octave, isOpen } = store.keys.value;
    store.keys.value = { isOpen, octave: shiftedOctave(octave, by) };
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { isOpen, octave } = store.keys.value;
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const pad = padOfCode(event.code);
    const step = octaveCodes[event.code];
    if (!pad && step === undefined) return;
    event.preventDefault();
    // The same letters are shortcuts while the piano is closed.
    event.stopPropagation();
    if (event.repeat) return;
    if (step !== undefined) shift(step);
    else if (pad) {
      const { parameters } = store.effectiveDocument.value;
      held.press(`key:${event.code}`, midiOfPad(pad, scaleOf(parameters), tonicOf(parameters.key), octave), keyVelocity);
    }
  };

  addEventListener('keydown', onKeyDown, { signal, capture: true });
  addEventListener('keyup', (event) => held.release(`key:${event.code}`), { signal });
  // MIDI devices still report releases, so they are not affected.
  const letGo = () => {
    for (const fingers of ['key:', 'touch:']) held.releaseAll(fingers);
  };
  followLostKeys(window, document, letGo, signal);

  const look = () => {
    frame = requestAnimationFrame(look);
    const now = sounding.at(performance.now());
    const shown = store.sounding.value;
    if (now.size !== shown.size || [...now].some((midi) => !shown.has(midi))) store.sounding.value = now;
  };
  const forget = effect(() => {
    cancelAnimationFrame(frame);
    if (store.keys.value.isOpen) frame = requestAnimationFrame(look);
    else letGo();
  });

  return {
    play(event, atMs) {
      if (!store.keys.value.isOpen) return;
      if ('note' in event) sounding.play(event.note, atMs);
      else if ('release' in event) sounding.release(event.release, atMs);
    },
    shift,
    dispose() {
      stop.abort();
      forget();
      cancelAnimationFrame(frame);
    },
  };
}
