import { defaultParameters } from '../../../../shared/parameters/index.ts';
import { type Edit, type UniverseDocument } from '../../../../shared/universe/index.ts';
import { changedCells, emittersOfTheOthers, livelyAffinities } from './affinities.ts';

/** Why the matrix has no effect, or can't be seen to have one, and what would change that. */
export interface Sleep {
  why: string;
  offer: string;
  wake: Edit[];
}

/** Force with which a matrix is woken, m/s², and the reach, m, that makes it seen where nobody has chosen one. */
const wakingForce = 20;
const wakingReach = 2;

/** The first thing that keeps the matrix from showing, or null. `random` gives 0..1. */
export function sleepOf(document: UniverseDocument, random: () => number): Sleep | null {
  const { affinities, emitters, parameters } = document;
  const lively: Edit = { kind: 'affinities.set', cells: changedCells(affinities, livelyAffinities(random)) };
  const isClear = affinities.every((value) => value === 0);
  if (parameters.speciesForce === 0) {
    const hasOwnReach = parameters.speciesReach !== defaultParameters.speciesReach;
    const speciesReach = hasOwnReach ? parameters.speciesReach : wakingReach;
    const force: Edit = { kind: 'parameters.set', values: { speciesForce: wakingForce, speciesReach } };
    return { why: 'The species heed nobody: their force is 0.', offer: 'Wake the species', wake: isClear ? [force, lively] : [force] };
  }
  if (isClear) return { why: 'All species ignore one another.', offer: 'Make them lively', wake: [lively] };
  const added = emitters.length > 0 ? emittersOfTheOthers(emitters, emitters[0]) : [];
  if (new Set(emitters.map(({ species }) => species)).size === 1 && added.length > 0) {
    const wake = added.map((emitter): Edit => ({ kind: 'emitter.add', emitter }));
    return { why: `Only species ${emitters[0].species + 1} is born here.`, offer: 'Bring in the others', wake };
  }
  if (parameters.colourBy !== 'species') {
    const wake: Edit = { kind: 'parameters.set', values: { colourBy: 'species' } };
    return { why: `The picture is coloured by ${parameters.colourBy} now.`, offer: 'Colour by species', wake: [wake] };
  }
  return null;
}
