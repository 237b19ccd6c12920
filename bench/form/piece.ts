import { buildBarStep } from '../../shared/simulation/composer/bar-step.ts';
import { isLoop, stepsPerBar } from '../../shared/music/index.ts';
import type { Note } from '../../shared/simulation/note.ts';
import { createSimulation } from '../../shared/simulation/simulation.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';

/** A bar as it was composed. */
export interface PieceBar {
  /** Exact beginning in seconds. */
  start: number;
  /** Thirty-seconds in it. */
  steps: number;
  phrase: number;
  /** Counts the sections of the piece. */
  section: number;
  /** Equal for phrases that repeat each other. */
  material: number;
  /** Root degree of its chord. */
  root: number;
}

/** A note in its bar. */
export interface PieceNote extends Pick<Note, 'part' | 'midi' | 'velocity' | 'rule'> {
  bar: number;
  /** Thirty-second of the bar in which it begins. */
  step: number;
  /** Exact onset in seconds. */
  onset: number;
}

/** What a universe plays. */
export interface Piece {
  name: string;
  /** True when its progression is a fixed loop of chords. */
  hasLoop: boolean;
  bars: readonly PieceBar[];
  notes: readonly PieceNote[];
}

/** Runs a universe for some seconds; its last bar, which may be cut off, is left out. */
export function hearPiece(name: string, document: UniverseDocument, seconds: number): Piece {
  const simulation = createSimulation(document);
  const { Clock, Composer } = simulation.world.stores;
  const readMoment = buildBarStep(simulation.world);
  const bars: PieceBar[] = [];
  const notes: PieceNote[] = [];
  let section = -1;
  while (simulation.tick < seconds * ticksPerSecond) {
    simulation.step();
    const bar = Clock.bar[0];
    if (bars.length === bar && Clock.onset[0] === 1) {
      const { phrase, material, barInPhrase, phraseInSection } = readMoment()!.place;
      if (barInPhrase === 0 && phraseInSection === 0) section += 1;
      const steps = stepsPerBar(simulation.world.document.parameters.meter);
      bars.push({ start: (Clock.tick[0] - Clock.late[0]) / ticksPerSecond, steps, phrase, section, material, root: Composer.root[0] });
    }
    for (const { part, midi, velocity, rule, tick, lateTicks } of simulation.notes)
      notes.push({ part, midi, velocity, rule, bar, step: Clock.barStep[0], onset: (tick - lateTicks) / ticksPerSecond });
  }
  const whole = bars.slice(0, -1);
  return { name, hasLoop: isLoop(document.parameters.progression), bars: whole, notes: notes.filter(({ bar }) => bar < whole.length) };
}

/** The notes of the melody, bar by bar, without those that double it. */
export function melodyOf({ bars, notes }: Piece): PieceNote[][] {
  const byBar: PieceNote[][] = bars.map(() => []);
  for (const note of notes) if (note.part === 'lead' && note.rule === 'melody') byBar[note.bar]!.push(note);
  return byBar;
}
