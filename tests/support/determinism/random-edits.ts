import { nextState, uniformOf } from '../../../shared/math/generator.ts';
import { bitmapDigits, type Field, type ParameterKey, parameterKeys, parameterOf } from '../../../shared/parameters/index.ts';
import {
  affinityCount,
  applyEdit,
  type Edit,
  type Emitter,
  emitterFields,
  type LoggedEdit,
  maxEmitters,
  maxWells,
  type PlainEdit,
  speciesCount,
  stateOf,
  type StoryboardState,
  transitions,
  type UniverseDocument,
  type Well,
  wellFields,
} from '../../../shared/universe/index.ts';

/** Options of a script of edits: the same numbers give the same script in every engine. */
export interface ScriptOptions {
  readonly seed: number;
  /** The last possible tick of an edit; the first is 1. */
  readonly ticks: number;
  readonly edits: number;
  /** Maximum of slots that an edit sets, which bounds the cost of the script. */
  readonly mostParticles: number;
}

type Draw = () => number;

/** Maximum births per second and slot: with more, every particle would be replaced at once, and state would not build up. */
const birthsPerSlot = 4;
/** Maximum of storyboard points. */
const maxPoints = 6;

/** Draws a number of a field's range: often an end or the default, else any number, small ones of a log field more often. */
function numberIn(field: Extract<Field, { kind: 'number' | 'integer' }>, draw: Draw): number {
  const chance = draw();
  const u = draw();
  if (chance < 0.08) return field.min;
  if (chance < 0.14) return field.max;
  if (chance < 0.4) return field.default;
  const value = field.min + (field.max - field.min) * (field.scale === 'log' ? u * u * u : u);
  return field.kind === 'integer' ? Math.floor(value) : value;
}

function valueIn(field: Field, draw: Draw): number | string | boolean {
  switch (field.kind) {
    case 'number':
    case 'integer':
      return numberIn(field, draw);
    case 'choice':
      return field.choices[Math.floor(draw() * field.choices.length)];
    case 'switch':
      return draw() < 0.5;
    case 'colour':
      return `#${Math.floor(draw() * 0x1000000)
        .toString(16)
        .padStart(6, '0')}`;
    case 'pitches':
      return `11${Array.from({ length: 10 }, () => (draw() < 0.5 ? 1 : 0)).join('')}`;
    case 'bitmap':
      return Array.from({ length: bitmapDigits(field) }, () => Math.floor(draw() * 16).toString(16)).join('');
  }
}

/** Draws values for at most `most` fields; for all by default. */
function valuesOf(fields: Record<string, Field>, draw: Draw, most = Number.MAX_VALUE): Record<string, number | string | boolean> {
  const keys = Object.keys(fields);
  const count = Math.min(keys.length, most);
  const chosen = count === keys.length ? keys : Array.from({ length: count }, () => keys[Math.floor(draw() * keys.length)]);
  return Object.fromEntries(chosen.map((key) => [key, valueIn(fields[key], draw)]));
}

/** Draws an edit of one to five parameters, within the limits of cost. */
function randomPatch(draw: Draw, maxParticles: number): PlainEdit {
  const patch: Record<string, unknown> = {};
  const count = 1 + Math.floor(draw() * 5);
  for (let n = 0; n < count; n++) {
    const key: ParameterKey = parameterKeys[Math.floor(draw() * parameterKeys.length)];
    const value = valueIn(parameterOf(key), draw);
    if (key === 'particleCount') patch[key] = 100 + Math.floor(draw() * (maxParticles - 99));
    else if (key === 'emissionRate') patch[key] = Math.min(value as number, maxParticles * birthsPerSlot);
    else patch[key] = value;
  }
  return { kind: 'parameters.set', values: patch };
}

function randomCells(draw: Draw): PlainEdit {
  const length = 1 + Math.floor(draw() * affinityCount);
  const cells = Array.from({ length }, () => ({
    of: Math.floor(draw() * speciesCount),
    towards: Math.floor(draw() * speciesCount),
    value: 2 * draw() - 1,
  }));
  return { kind: 'affinities.set', cells };
}

/** Draws a key press or release: of few keys, so that a pressed key is often released. */
function randomKey(draw: Draw): Edit {
  const midi = 55 + Math.floor(draw() * 24);
  return draw() < 0.6 ? { kind: 'note.press', midi, velocity: draw() } : { kind: 'note.release', midi };
}

/** Draws an edit that adds, changes or removes an emitter or well, as the list allows. */
function randomListEdit(document: UniverseDocument, list: 'emitter' | 'well', draw: Draw, id: string): PlainEdit {
  const isEmitter = list === 'emitter';
  const present = isEmitter ? document.emitters : document.wells;
  const fields = isEmitter ? emitterFields : wellFields;
  const chance = draw();
  const chosen = Math.floor(draw() * present.length);
  if (present.length === 0 || (chance < 0.3 && present.length < (isEmitter ? maxEmitters : maxWells))) {
    const added = { id, ...valuesOf(fields, draw) };
    return isEmitter ? { kind: 'emitter.add', emitter: added as Emitter } : { kind: 'well.add', well: added as Well };
  }
  if (chance < 0.55) return { kind: `${list}.remove`, id: present[chosen].id };
  return { kind: `${list}.set`, id: present[chosen].id, values: valuesOf(fields, draw, 4) };
}

/** Draws the state of a storyboard point: the present values with only the first emitter and well, and a few random values. */
function randomState(document: UniverseDocument, draw: Draw, maxParticles: number): StoryboardState {
  const patch = randomPatch(draw, maxParticles) as Extract<Edit, { kind: 'parameters.set' }>;
  const { particleCount: _, ...values } = patch.values;
  const { emitters, wells } = document;
  return { ...stateOf({ ...document, emitters: emitters.slice(0, 1), wells: wells.slice(0, 1) }), ...values };
}

/** Draws an edit of the storyboard; loads one if there is none. */
function randomStoryEdit(document: UniverseDocument, draw: Draw, id: string, maxParticles: number): Edit {
  const { storyboard } = document;
  const chance = draw();
  const point = () => ({
    id,
    at: Math.floor(draw() * 16) / 4,
    transition: transitions[Math.floor(draw() * transitions.length)],
    state: randomState(document, draw, maxParticles),
  });
  if (!storyboard || chance < 0.06) {
    const points = [
      { ...point(), at: 0 },
      { ...point(), id: `${id}-b`, at: 2 },
    ];
    return { kind: 'storyboard.load', content: { title: 'Random', duration: 5, loop: draw() < 0.7, points }, keptAs: null };
  }
  const { points } = storyboard;
  const chosen = points[Math.floor(draw() * points.length)];
  if (chance < 0.09) return { kind: 'storyboard.unload' };
  if (chance < 0.2) return { kind: 'storyboard.set', values: { loop: draw() < 0.7, duration: 4 + Math.floor(draw() * 4) } };
  if (chance < 0.4 && points.length < maxPoints) return { kind: 'point.add', point: point() };
  if (chance < 0.5 && chosen) return { kind: 'point.set', id: chosen.id, values: { at: Math.floor(draw() * 16) / 4 } };
  if (chance < 0.56 && chosen) return { kind: 'point.remove', id: chosen.id };
  if (chance < 0.6) return { kind: 'playhead.lift' };
  if (chance < 0.75) return { kind: 'playhead.set', playing: draw() < 0.8 };
  return { kind: 'playhead.set', playing: draw() < 0.8, seconds: Math.floor(draw() * 16) / 4 };
}

/** Draws a compound edit: a patch, affinities, an emitter and a well. */
function randomCompound(document: UniverseDocument, draw: Draw, id: string, maxParticles: number): Edit {
  const lists = (['emitter', 'well'] as const).map((list) => randomListEdit(document, list, draw, id));
  return { kind: 'compound', edits: [randomPatch(draw, maxParticles), ...lists, randomCells(draw)] };
}

function randomEdit(document: UniverseDocument, draw: Draw, id: string, maxParticles: number): Edit {
  const chance = draw();
  if (chance < 0.37) return randomPatch(draw, maxParticles);
  if (chance < 0.42) return randomCompound(document, draw, id, maxParticles);
  if (chance < 0.56) return randomStoryEdit(document, draw, id, maxParticles);
  if (chance < 0.71) return randomListEdit(document, 'emitter', draw, id);
  if (chance < 0.86) return randomListEdit(document, 'well', draw, id);
  if (chance < 0.92) return randomCells(draw);
  if (chance < 0.98) return randomKey(draw);
  return { kind: 'restart' };
}

/** Limits the pool and the births of a document to what a script may cost. */
export function affordable(document: UniverseDocument, maxParticles: number): UniverseDocument {
  const { particleCount, emissionRate } = document.parameters;
  return {
    ...document,
    parameters: {
      ...document.parameters,
      particleCount: Math.min(particleCount, maxParticles),
      emissionRate: Math.min(emissionRate, maxParticles * birthsPerSlot),
    },
  };
}

/** Makes random edits of every kind, each valid when it is applied; several may have the same tick. */
export function randomScript(first: UniverseDocument, { seed, ticks, edits, mostParticles: maxParticles }: ScriptOptions): LoggedEdit[] {
  let state = seed >>> 0;
  const draw = () => {
    state = nextState(state);
    return uniformOf(state);
  };
  const dueTicks = Float64Array.from({ length: edits }, () => 1 + Math.floor(draw() * ticks)).sort((a, b) => a - b);
  let document = first;
  return Array.from(dueTicks, (tick, index) => {
    const edit = randomEdit(document, draw, `random-${index}`, maxParticles);
    document = applyEdit(document, edit, tick);
    return { sequence: index + 1, tick, edit };
  });
}
