import { signal } from '@preact/signals-core';
import type { Note, NoteRule, Part } from '../../shared/simulation/note.ts';
import type { MeterReading } from '../common/meter-reading.ts';
import { evenMix, type Mix, type PartMix } from '../common/part-mix.ts';

export function withPart(mix: Mix, part: Part, change: Partial<PartMix>): Mix {
  return { ...mix, [part]: { ...mix[part], ...change } };
}

/** A note that has just sounded, with a number of its own. */
export interface HeardNote {
  id: number;
  note: Note;
}

/** Why notes are left out, for oneself: all of a rule, or all that one entity plays. */
export type MutedCause = { kind: 'rule'; rule: NoteRule } | { kind: 'entity'; entity: number };

export function sameCause(a: MutedCause, b: MutedCause): boolean {
  if (a.kind === 'rule') return b.kind === 'rule' && a.rule === b.rule;
  return b.kind === 'entity' && a.entity === b.entity;
}

/** Whether one of the muted causes is why a note sounds. */
export function isLeftOut(note: Pick<Note, 'rule' | 'cause'>, muted: readonly MutedCause[]): boolean {
  return muted.some((cause) => (cause.kind === 'rule' ? cause.rule === note.rule : cause.entity === note.cause));
}

/** The muted causes with one more, or without it. */
export function leaveOut(muted: readonly MutedCause[], cause: MutedCause, isLeftOut: boolean): readonly MutedCause[] {
  const others = muted.filter((other) => !sameCause(other, cause));
  return isLeftOut ? [...others, cause] : others;
}

interface OutputView {
  id: string;
  label: string;
}

/** The outputs to choose from. */
export interface OutputsView {
  /** Whether the browser lets one choose at all; null until it was asked. */
  canChoose: boolean | null;
  /** Beside the usual one; none where the browser does not tell of them. */
  found: readonly OutputView[];
}

/** How one person listens: nothing of it is anybody else's. */
export function createListeningSlice() {
  return {
    mix: signal<Mix>(evenMix),
    meter: signal<MeterReading | null>(null),
    latencySeconds: signal(0),
    outputs: signal<OutputsView>({ canChoose: null, found: [] }),
    /** Id of the one that is played on, empty for the usual one. */
    output: signal(''),
    /** The newest first. */
    heard: signal<readonly HeardNote[]>([]),
    chosen: signal<HeardNote | null>(null),
    /** Whether what played the chosen note still lives. */
    isChosenAlive: signal(false),
    leftOut: signal<readonly MutedCause[]>([]),
  };
}

export type ListeningSlice = ReturnType<typeof createListeningSlice>;

/** Puts back what belongs to one universe; the balance and the device stay. */
export function clearListening(slice: ListeningSlice): void {
  slice.meter.value = null;
  slice.heard.value = [];
  slice.chosen.value = null;
  slice.isChosenAlive.value = false;
  slice.leftOut.value = [];
}
