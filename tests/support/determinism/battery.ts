import { restoreSimulation } from '../../../shared/simulation/restore-simulation.ts';
import { createSimulation, type Simulation } from '../../../shared/simulation/simulation.ts';
import type { LoggedEdit, UniverseDocument } from '../../../shared/universe/index.ts';
import { affordable, randomScript } from './random-edits.ts';

/** A universe to run: plain data, so that any engine can receive it. */
export interface Job {
  readonly document: UniverseDocument;
  /** Seed of the random edits. */
  readonly seed: number;
  readonly ticks: number;
  readonly edits: number;
  readonly mostParticles: number;
  /** Ticks from one hash to the next. */
  readonly every: number;
  /** Tick at which a snapshot is taken; 0 for none. */
  readonly snapshotAt: number;
  /** A snapshot in base64 from which the run continues, instead of beginning anew. */
  readonly from?: string;
}

export interface Outcome {
  /** Hash of the state at each tick that is a multiple of `every`, and at the last. */
  readonly hashes: readonly { tick: number; hash: string }[];
  readonly snapshot: string;
  readonly notes: number;
  readonly seconds: number;
}

const prime = 0x01000193;

function addText(digest: number, text: string): number {
  let sum = digest;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), prime);
  return sum;
}

/** Encodes bytes as base64, the same way in every engine. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Groups the edits of a script by tick. */
function byTick(script: readonly LoggedEdit[]): Map<number, LoggedEdit[]> {
  const due = new Map<number, LoggedEdit[]>();
  for (const entry of script) due.set(entry.tick, [...(due.get(entry.tick) ?? []), entry]);
  return due;
}

/**
 * Runs a job to its end. Each hash covers the whole state and all notes since the hash before; with `from`, the first of
 * them may lack notes from before the snapshot, so a snapshot is best taken at a multiple of `every`.
 */
export function runJob(job: Job): Outcome {
  const begun = Date.now();
  const document = affordable(job.document, job.mostParticles);
  const due = byTick(randomScript(document, job));
  const simulation: Simulation = job.from === undefined ? createSimulation(document) : restoreSimulation(fromBase64(job.from));
  const hashes: { tick: number; hash: string }[] = [];
  let heard = 0;
  let notes = 0;
  let snapshot = '';
  while (simulation.tick < job.ticks) {
    simulation.step(due.get(simulation.tick + 1));
    for (const note of simulation.notes) heard = addText(heard, JSON.stringify(note));
    notes += simulation.notes.length;
    const { tick } = simulation;
    if (tick === job.snapshotAt) snapshot = toBase64(simulation.snapshot());
    if (tick % job.every !== 0 && tick !== job.ticks) continue;
    hashes.push({ tick, hash: `${simulation.hash()}-${(heard >>> 0).toString(16).padStart(8, '0')}` });
    heard = 0;
  }
  return { hashes, snapshot, notes, seconds: (Date.now() - begun) / 1000 };
}
