import { affinityCount, affinityIndex, type Edit, type Emitter, maxEmitters, speciesCount } from '../../../../shared/universe/index.ts';
import { language } from '../../../words/languages.ts';
import type { Sentence } from '../../../words/sentences.ts';
import { say } from '../../../words/words.ts';

type Cells = Extract<Edit, { kind: 'affinities.set' }>['cells'];

/** Distance in px that a cell is dragged for a change of 1. */
const pxPerUnit = 90;
const dragStep = 0.05;
const keyStep = 0.1;

function toStep(value: number, step: number): number {
  return Math.min(1, Math.max(-1, Number((Math.round(value / step) * step).toFixed(2)))) + 0;
}

/** Returns the affinity after a drag upwards by `upPx`, −1..1. */
export function affinityAfterDrag(from: number, upPx: number): number {
  return toStep(from + upPx / pxPerUnit, dragStep);
}

/** Returns the effect of a key in the matrix: a new value, another cell, or null. */
export function answerToKey(
  key: string,
  of: number,
  towards: number,
  value: number,
): { value: number } | { of: number; towards: number } | null {
  const place = of * speciesCount + towards;
  const go = (to: number) => ({ of: Math.floor(to / speciesCount), towards: to % speciesCount });
  switch (key) {
    case 'ArrowUp':
      return { value: toStep(value + keyStep, dragStep) };
    case 'ArrowDown':
      return { value: toStep(value - keyStep, dragStep) };
    case 'ArrowLeft':
      return go(Math.max(0, place - 1));
    case 'ArrowRight':
      return go(Math.min(affinityCount - 1, place + 1));
    case 'PageUp':
      return go(place < speciesCount ? place : place - speciesCount);
    case 'PageDown':
      return go(place >= affinityCount - speciesCount ? place : place + speciesCount);
    case 'Home':
      return { value: -1 };
    case 'End':
      return { value: 1 };
    case '0':
    case 'Delete':
    case 'Backspace':
      return { value: 0 };
    default:
      return null;
  }
}

/** The sentences for an affinity towards another species, and towards its own. */
interface Stance {
  other: Sentence;
  own: Sentence;
}

const stances: Readonly<Record<'chases' | 'likes' | 'ignores' | 'shies' | 'flees', Stance>> = {
  chases: { other: 'Species {of} chases species {towards}', own: 'Species {of} chases its own kind' },
  likes: { other: 'Species {of} is attracted to species {towards}', own: 'Species {of} is attracted to its own kind' },
  ignores: { other: 'Species {of} ignores species {towards}', own: 'Species {of} ignores its own kind' },
  shies: { other: 'Species {of} avoids species {towards}', own: 'Species {of} avoids its own kind' },
  flees: { other: 'Species {of} flees from species {towards}', own: 'Species {of} flees from its own kind' },
};

/** Describes in a sentence how the species `of` behaves towards the species `towards`. */
export function describeAffinity(of: number, towards: number, value: number): string {
  const stance = stances[value >= 0.6 ? 'chases' : value > 0 ? 'likes' : value === 0 ? 'ignores' : value > -0.6 ? 'shies' : 'flees'];
  return say(of === towards ? stance.own : stance.other, { of: of + 1, towards: towards + 1 });
}

/** Formats an affinity for a cell: `+.5`, `−1`, or `·` for 0. */
export function shortAffinity(value: number): string {
  if (value === 0) return '·';
  const digits = Math.abs(value).toLocaleString(language()).replace(/^0/, '');
  return `${value > 0 ? '+' : '−'}${digits}`;
}

/**
 * Returns random affinities that make something happen: most species attract their own kind, and none ignores another. `random` gives 0..1.
 */
export function livelyAffinities(random: () => number): number[] {
  return Array.from({ length: affinityCount }, (_, index) => {
    const isOwn = Math.floor(index / speciesCount) === index % speciesCount;
    const strength = 0.2 + 0.8 * random();
    return toStep(random() < (isOwn ? 0.15 : 0.45) ? -strength : strength, dragStep);
  });
}

/** Returns the cells in which two matrices differ, with the values of the second. */
export function changedCells(before: readonly number[], after: readonly number[]): Cells {
  const cells: Cells = [];
  for (let of = 0; of < speciesCount; of++) {
    for (let towards = 0; towards < speciesCount; towards++) {
      const value = after[affinityIndex(of, towards)];
      if (value !== before[affinityIndex(of, towards)]) cells.push({ of, towards, value });
    }
  }
  return cells;
}

/** Returns an emitter for each species that has none, in a ring around `like`, as many as a universe has room for. */
export function emittersOfTheOthers(emitters: readonly Emitter[], like: Emitter): Emitter[] {
  const born = new Set(emitters.map(({ species }) => species));
  const missing = Array.from({ length: speciesCount }, (_, species) => species).filter((species) => !born.has(species));
  const taken = new Set(emitters.map(({ id }) => id));
  let number = 1;
  return missing.slice(0, maxEmitters - emitters.length).map((species, index) => {
    while (taken.has(`emitter-${number}`)) number += 1;
    const id = `emitter-${number}`;
    taken.add(id);
    const angle = (index / missing.length) * 2 * Math.PI;
    const x = Math.round((like.x + 3 * Math.cos(angle)) * 10) / 10;
    const z = Math.round((like.z + 3 * Math.sin(angle)) * 10) / 10;
    return { ...like, id, species, x: Math.max(-200, Math.min(200, x)), z: Math.max(-200, Math.min(200, z)) };
  });
}
