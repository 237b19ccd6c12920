import { signal } from '@preact/signals-core';
import type { Note, NoteRule, Part } from '../../shared/simulation/note.ts';
import type { MeterReading } from '../common/meter-reading.ts';
import { evenMix, type Mix, type PartMix } from '../common/part-mix.ts';

export function withPart(mix: Mix, part: Part, change: Partial<PartMix>): Mix {
  return { ...mix, [part]: { ...mix[part], ...change } };
}

/** A note that has just sounded, with its own id. */
export interface HeardNote {
  id: number;
  note: Note;
}

/** A cause that the user has muted for themselves: all notes of a rule, or all notes of an entity. */
export type MutedCause = { kind: 'rule'; rule: NoteRule } | { kind: 'entity'; entity: number };

export function sameCause(a: MutedCause, b: MutedCause): boolean {
  if (a.kind === 'rule') return b.kind === 'rule' && a.rule === b.rule;
  return b.kind === 'entity' && a.entity === b.entity;
}

/** Whether a note is caused by one of the muted causes. */
export function isLeftOut(note: Pick<Note, 'rule' | 'cause'>, muted: readonly MutedCause[]): boolean {
  return muted.some((cause) => (cause.kind === 'rule' ? cause.rule === note.rule : cause.entity === note.cause));
}

/** Adds a cause to the muted causes, or removes it. */
export function leaveOut(muted: readonly MutedCause[], cause: MutedCause, isLeftOut: boolean): readonly MutedCause[] {
  const others = muted.filter((other) => !sameCause(other, cause));
  return isLeftOut ? [...others, cause] : others;
}

interface OutputView {
  id: string;
  label: string;
}

/** The audio outputs to choose from. */
export interface OutputsView {
  /** Whether the browser supports choosing an output; null until it was checked. */
  canChoose: boolean | null;
  /** All outputs but the default; empty if the browser does not list them. */
  found: readonly OutputView[];
}

/** The listening settings of one user; they affect no other member. */
export function createListeningSlice() {
  return {
    mix: signal<Mix>(evenMix),
    meter: signal<MeterReading | null>(null),
    latencySeconds: signal(0),
    outputs: signal<OutputsView>({ canChoose: null, found: [] }),
    /** Id of the output in use, empty for the default. */
    output: signal(''),
    /** Newest first. */
    heard: signal<readonly HeardNote[]>([]),
    chosen: signal<HeardNote | null>(null),
    /** Whether the entity that played the chosen note still exists. */
    isChosenAlive: signal(false),
    leftOut: signal<readonly MutedCause[]>([]),
  };
}

export type ListeningSlice = ReturnType<typeof createListeningSlice>;

/** Resets what belongs to one universe; the mix and the output stay. */
export function clearListening(slice: ListeningSlice): void {
  slice.meter.value = null;
  slice.heard.value = [];
  slice.chosen.value = null;
  slice.isChosenAlive.value = false;
  slice.leftOut.value = [];
}
