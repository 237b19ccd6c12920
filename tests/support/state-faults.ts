import { columnsOf } from '../../shared/simulation/columns.ts';
import { contactRules } from '../../shared/simulation/contacts.ts';
import { drums, noteRules, parts } from '../../shared/simulation/note.ts';
import type { Simulation } from '../../shared/simulation/simulation.ts';
import { type Field } from '../../shared/parameters/index.ts';
import { emitterFields, speciesCount, wellFields } from '../../shared/universe/index.ts';

/** Factor of the kind in a waiting contact: kind × this + slot + 1. */
const kindShift = 2 ** 24;

/** Allowed values of a column: minimum and maximum, both included. */
type Range = readonly [least: number, most: number];

function choiceRanges(component: string, fields: Record<string, Field>): [string, Range][] {
  return Object.entries(fields).flatMap(([name, field]): [string, Range][] =>
    field.kind === 'choice' ? [[`${component}.${name}`, [0, field.choices.length - 1]]] : [],
  );
}

/** Returns the allowed ranges by the name of the column. */
function rangesOf({ world, capacity }: Simulation): Map<string, Range> {
  const entities = Math.max(...Object.values(world.pools).map((pool) => pool.first + pool.capacity));
  return new Map<string, Range>([
    ['Clock.used', [0, capacity]],
    ['Clock.cursor', [0, capacity - 1]],
    ['Life.age', [0, Number.MAX_VALUE]],
    ['Life.lifetime', [0, 240]],
    ['Look.species', [0, speciesCount - 1]],
    ['Look.part', [0, parts.length]],
    ['Look.flash', [0, 1]],
    ['Look.pitch', [0, 1]],
    ['Body.mass', [0, 1000]],
    ['Voice.part', [0, parts.length - 1]],
    ['Voice.drum', [0, drums.length]],
    ['Voice.stage', [0, 4]],
    ['Voice.key', [0, 128]],
    ['Hands.spent', [0, 12]],
    ['Voice.cause', [0, entities - 1]],
    ['Voice.velocity', [0, 1]],
    ['Voice.level', [0, 1]],
    ['Senses.activity', [0, 1]],
    ['Modulation.loudness', [0, 1]],
    ['Modulation.smoothLoudness', [0, 1]],
    ['Modulation.bass', [0, 1]],
    ['Modulation.middle', [0, 1]],
    ['Modulation.high', [0, 1]],
    ['Modulation.tempo', [20, 400]],
    ['Composer.chordNotes', [0, 4]],
    ...choiceRanges('Emitter', emitterFields),
    ...choiceRanges('Well', wellFields),
  ]);
}

function faultsOfColumns(simulation: Simulation): string[] {
  const ranges = rangesOf(simulation);
  return columnsOf(simulation.world.stores).flatMap(({ name, column }) => {
    const [least, most] = ranges.get(name) ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
    // Written so that NaN is found too.
    const at = column.findIndex((value) => !(value >= least && value <= most));
    return at < 0 ? [] : [`${name}[${at}] is ${column[at]}`];
  });
}

function faultsOfNotes({ notes, world, tick }: Simulation): string[] {
  const { particle, universe } = world.pools;
  const isCause = (cause: number) =>
    cause === universe.first || (cause >= particle.first && cause < particle.first + world.stores.Clock.used[0]);
  return notes.flatMap((note) => {
    const isSound =
      note.tick === tick &&
      parts.includes(note.part) &&
      noteRules.includes(note.rule) &&
      Number.isInteger(note.midi) &&
      note.midi >= 0 &&
      note.midi <= 127 &&
      note.frequencyHz > 0 &&
      note.frequencyHz < 24_000 &&
      note.velocity >= 0 &&
      note.velocity <= 1 &&
      note.durationTicks >= 0 &&
      Number.isFinite(note.durationTicks) &&
      Math.abs(note.pan) <= 1 &&
      note.lateTicks >= -2 &&
      note.lateTicks <= 1 &&
      isCause(note.cause);
    return isSound ? [] : [`note ${JSON.stringify(note)}`];
  });
}

function faultsOfContacts({ world }: Simulation): string[] {
  const { contacts, stores } = world;
  const { used } = stores.Clock;
  const { touch0, touch1, touch2, touch3 } = stores.Senses;
  const faults: string[] = [];
  for (let at = 0; at < contacts.slotCount; at++) {
    if (contacts.slots[at] >= used[0] || contacts.rules[at] >= contactRules.length) faults.push(`contact of slot ${contacts.slots[at]}`);
  }
  for (const [touch] of [touch0, touch1, touch2, touch3]) {
    if (Math.floor(touch / kindShift) >= contactRules.length) faults.push(`waiting contact ${touch}`);
  }
  return faults;
}

/** Lists the values of a simulation's state that are not finite or out of range. */
export function faultsOfState(simulation: Simulation): string[] {
  return [...faultsOfColumns(simulation), ...faultsOfNotes(simulation), ...faultsOfContacts(simulation)];
}
