import { defaultParameters } from '../../../../shared/parameters/index.ts';
import { type Edit, type UniverseDocument } from '../../../../shared/universe/index.ts';
import type { Sentence } from '../../../words/sentences.ts';
import { say } from '../../../words/words.ts';
import { changedCells, emittersOfTheOthers, livelyAffinities } from './affinities.ts';

/** The reason why the matrix has no visible effect, and the edits that would change that. */
export interface Sleep {
  why: string;
  offer: string;
  wake: Edit[];
}

/** Force with which a matrix is woken, m/s², and the reach, m, that makes it visible unless one was set. */
const wakingForce = 20;
const wakingReach = 2;

const colouredBy: Readonly<Record<Exclude<UniverseDocument['parameters']['colourBy'], 'species'>, Sentence>> = {
  speed: 'The picture is coloured by speed now.',
  age: 'The picture is coloured by age now.',
  pitch: 'The picture is coloured by pitch now.',
  depth: 'The picture is coloured by depth now.',
  voice: 'The picture is coloured by voice now.',
};

/** Returns the first obstacle to a visible effect of the matrix, or null. `random` gives 0..1. */
export function sleepOf(document: UniverseDocument, random: () => number): Sleep | null {
  const { affinities, emitters, parameters } = document;
  const lively: Edit = { kind: 'affinities.set', cells: changedCells(affinities, livelyAffinities(random)) };
  const isClear = affinities.every((value) => value === 0);
  if (parameters.speciesForce === 0) {
    const hasOwnReach = parameters.speciesReach !== defaultParameters.speciesReach;
    const speciesReach = hasOwnReach ? parameters.speciesReach : wakingReach;
    const force: Edit = { kind: 'parameters.set', values: { speciesForce: wakingForce, speciesReach } };
    const wake = isClear ? [force, lively] : [force];
    return { why: say('The species do not interact: their force is 0.'), offer: say('Turn on the force'), wake };
  }
  if (isClear) return { why: say('All species ignore one another.'), offer: say('Randomise them'), wake: [lively] };
  const added = emitters.length > 0 ? emittersOfTheOthers(emitters, emitters[0]) : [];
  if (new Set(emitters.map(({ species }) => species)).size === 1 && added.length > 0) {
    const wake = added.map((emitter): Edit => ({ kind: 'emitter.add', emitter }));
    const why = say('Only species {number} is emitted here.', { number: emitters[0].species + 1 });
    return { why, offer: say('Add the other species'), wake };
  }
  if (parameters.colourBy !== 'species') {
    const wake: Edit = { kind: 'parameters.set', values: { colourBy: 'species' } };
    return { why: say(colouredBy[parameters.colourBy]), offer: say('Colour by species'), wake: [wake] };
  }
  return null;
}
