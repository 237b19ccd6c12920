import { describe, expect, it } from 'vitest';
import { acts, extremesOf, type EditSpan } from '../../tests/support/moved.ts';
import {
  type Field,
  parameterKeys,
  type ParameterKey,
  type ParameterPatch,
  parameterOf,
  type ParameterValues,
} from '../parameters/index.ts';
import {
  defaultDocument,
  type Edit,
  type Emitter,
  emitterFields,
  type UniverseDocument,
  type Well,
  wellFields,
} from '../universe/index.ts';
import { emitterRules, wellRules } from './entity-rules.ts';
import { remarkOfEmitter, remarkOfParameter, remarkOfWell } from './index.ts';
import type { Remark } from './remark.ts';
import { parameterRules } from './remarks.ts';
import type { Rule } from './rule.ts';

/** Changes of the busy universe: parameters, and fields of its emitters and wells, or none of these. */
interface Change {
  readonly parameters?: Partial<ParameterValues>;
  readonly emitter?: Partial<Emitter> | null;
  readonly well?: Partial<Well> | null;
  /** The attraction of the first species to itself. */
  readonly affinity?: number;
}

/** Returns a small universe in which almost everything acts, with a change. */
function universeWith({ parameters, emitter, well, affinity = 0 }: Change): UniverseDocument {
  const document = defaultDocument();
  Object.assign(document.parameters, {
    particleCount: 250,
    emissionRate: 120,
    particleLifetime: 2,
    particleSpeed: 6,
    boundsSize: 4,
    gravityElevation: -60,
    form: 0,
    tempo: 150,
    rhythmComplexity: 0.8,
    ...parameters,
  } satisfies Partial<ParameterValues>);
  document.emitters = emitter === null ? [] : [{ ...document.emitters[0], y: 2, ...emitter }];
  document.wells = well === null ? [] : [{ ...document.wells[0], x: 2, ...well }];
  document.affinities[0] = affinity;
  return document;
}

/** After the links have settled; some bars of music, and a whole movement for what acts at its peak. */
const usualSpan: EditSpan = { editedAt: 30, ticks: 200 };
const spans: Readonly<Record<string, EditSpan>> = { lift: { editedAt: 30, ticks: 1300 } };

const muted = { leadLevel: -60, bassLevel: -60, chordLevel: -60, drumLevel: -60, textureLevel: -60 } as const;
const drumsOnly = { ...muted, drumLevel: -6 } as const;
const classic = { couplingMode: 'classic' } as const;
/** The peak comes soon. */
const withPeak = { form: 1, tempo: 240, meter: '2/4' } as const;
const heavy = { mass: 20 };
const noEmission = { parameters: { emissionRate: 0 } };
const noShare = { emitter: { rate: 0 } };
const still = { emitter: { speed: 0 } };
const weak = { well: { strength: 0 } };
const noField = { parameters: { fieldStrength: 0 } };
const noWell = { well: null };

/** A control with its gate closed, and open, as the universe is by itself where nothing else is said. */
type Case = readonly [closed: Change, open?: Change];

/** For each parameter that the simulation reads, a case for each rule, in the order of the rules. */
const ofParameters: Partial<Record<ParameterKey, readonly Case[]>> = {
  customScale: [[{ parameters: { scale: 'dorian' } }, { parameters: { scale: 'custom' } }]],
  collisionThreshold: [[{}, { parameters: { collisions: true, particleRadius: 0.3 } }]],
  gravity: [[{ parameters: classic }, { parameters: { ...classic, volumeToGravity: 0 } }]],
  gravityAzimuth: [
    [{ parameters: { gravity: 0 } }],
    [{ parameters: { gravityElevation: -90 } }],
    [{ parameters: { gravityElevation: 90 } }],
  ],
  gravityElevation: [[{ parameters: { gravity: 0 } }]],
  fieldStrength: [[noWell], [weak]],
  fieldRadius: [[noWell], [noField, { ...noField, well: { listening: 1 } }], [weak, { well: { strength: 0, listening: 1 } }]],
  fieldFalloff: [[noWell], [noField], [weak], [{ well: { falloff: 'inverse' } }]],
  fieldKind: [[noWell], [noField], [weak], [{ well: { kind: 'radial' } }]],
  turbulenceScale: [[{ parameters: { turbulence: 0 } }]],
  bodyGravity: [[{}, { emitter: heavy }]],
  particleRadius: [
    [{}, { parameters: { alignment: 1 } }],
    [{}, { parameters: { collisions: true } }],
    [{ emitter: heavy, parameters: { bodyGravity: 0 } }, { emitter: heavy }],
  ],
  emissionRate: [[{ emitter: null }], [noShare]],
  rateVariation: [[noEmission], [noShare]],
  particleSpeed: [[noEmission], [noShare], [still]],
  speedVariation: [[noEmission], [noShare], [still], [{ parameters: { particleSpeed: 0 } }]],
  spread: [[noEmission], [noShare], [still], [{ parameters: { particleSpeed: 0 } }], [{ emitter: { directionY: 0 } }]],
  particleLifetime: [[noEmission], [noShare]],
  lifetimeVariation: [[noEmission], [noShare]],
  collisionDamping: [
    [{}, { parameters: { collisions: true, particleRadius: 0.3 } }],
    [
      { parameters: { collisions: true, particleRadius: 0.3, restitution: 0 } },
      { parameters: { collisions: true, particleRadius: 0.3, restitution: 0.5 } },
    ],
  ],
  speciesReach: [[{}, { parameters: { speciesForce: 5 } }]],
  restitution: [
    [{ parameters: { bounds: 'open' } }, { parameters: { bounds: 'box' } }],
    [{ parameters: { bounds: 'torus' } }, { parameters: { bounds: 'torus', ...classic } }],
    [
      { parameters: { bounds: 'torus', collisions: true, particleRadius: 0.3, collisionDamping: 1 } },
      { parameters: { bounds: 'torus', collisions: true, particleRadius: 0.3 } },
    ],
  ],
  friction: [
    [{ parameters: { bounds: 'open' } }, { parameters: { bounds: 'open', collisions: true, particleRadius: 0.3 } }],
    [{ parameters: { bounds: 'torus' } }],
  ],
  tempo: [[{ parameters: classic }, { parameters: { ...classic, gravityToTempo: 0 } }]],
  tuning: [[{ parameters: muted }]],
  rhythmComplexity: [[{ parameters: muted }]],
  melodyRange: [[{ parameters: drumsOnly }, { parameters: { ...muted, leadLevel: 0 } }]],
  lift: [
    [{ parameters: { ...withPeak, leadLevel: -60 } }, { parameters: withPeak }],
    [{ parameters: { ...withPeak, form: 0 } }, { parameters: withPeak }],
  ],
  noteDensity: [[{ parameters: muted }]],
  octave: [[{ parameters: muted }, { parameters: drumsOnly }]],
  pitch: [[{ parameters: muted, well: { listening: 1 } }, { well: { listening: 1 } }]],
  attack: [[{ parameters: drumsOnly }, { parameters: { ...muted, bassLevel: 0 } }]],
  decay: [[{ parameters: drumsOnly }, { parameters: { ...muted, textureLevel: 0 } }]],
  sustain: [[{ parameters: drumsOnly }, { parameters: { ...muted, chordLevel: 0 } }]],
  release: [[{ parameters: drumsOnly }, { parameters: { ...muted, leadLevel: 0 } }]],
  bounceFlash: [
    [{ parameters: { ...muted, bounds: 'open' } }, { parameters: muted }],
    [{ parameters: { ...muted, bounds: 'torus' } }, { parameters: { ...muted, bounds: 'torus', collisions: true, particleRadius: 0.3 } }],
    [{ parameters: { ...muted, bounds: 'torus' } }, { parameters: { bounds: 'torus' } }],
  ],
  motionToRhythm: [[{ parameters: { ...muted, progression: 'modal' } }, { parameters: { progression: 'modal' } }]],
  tempoToPitch: [
    [{ parameters: drumsOnly }, { parameters: { ...muted, textureLevel: 0 } }],
    [{ parameters: { tempo: 120, gravityToTempo: 0 } }, { parameters: { tempo: 180, gravityToTempo: 0 } }],
    [{ parameters: { ...classic, volumeToGravity: 0 } }, { parameters: { ...classic, volumeToGravity: 0, gravity: 5 } }],
  ],
  scaleToTimbre: [[{ parameters: { scale: 'dorian' } }]],
  volumeToGravity: [[{ parameters: { gravity: 0 } }]],
  soundToMotion: [[{ parameters: muted }]],
};

const played = { well: { listening: 1 } };
const ring = { emitter: { shape: 'ring' } } as const;
const vortex = { well: { kind: 'vortex', axisX: 1 } } as const;
const apart = { parameters: { speciesForce: 5 }, affinity: 1 };
const ofEmitters: Partial<Record<keyof typeof emitterFields, readonly Case[]>> = {
  radius: [
    [{}, ring],
    [{ ...noEmission, ...ring }, ring],
    [{ emitter: { shape: 'ring', rate: 0 } }, ring],
  ],
  shape: [[noEmission], [noShare]],
  directionX: [
    [noEmission],
    [noShare],
    [{ parameters: { particleSpeed: 0 } }],
    [still, { emitter: { speed: 0, shape: 'line', directionZ: 1 } }],
  ],
  directionY: [
    [noEmission],
    [noShare],
    [{ parameters: { particleSpeed: 0 } }],
    [still, { emitter: { speed: 0, shape: 'image', radius: 2, directionZ: 1 } }],
  ],
  directionZ: [[noEmission], [noShare], [{ parameters: { particleSpeed: 0 } }], [still, { emitter: { speed: 0, shape: 'line' } }]],
  rate: [[noEmission]],
  speed: [[noEmission], [noShare], [{ parameters: { particleSpeed: 0 } }]],
  orbit: [[noEmission], [noShare], [noWell], [noField], [weak]],
  pulse: [[noEmission], [noShare]],
  mass: [[noEmission], [noShare], [{ parameters: { bodyGravity: 0 } }]],
  species: [
    [noEmission, { parameters: { cohesion: 1 } }],
    [noShare, apart],
    [{}, { parameters: { alignment: 1 } }],
    [{ parameters: { speciesForce: 5 } }, apart],
  ],
};
const ofWells: Partial<Record<keyof typeof wellFields, readonly Case[]>> = {
  kind: [[noField], [weak]],
  falloff: [[noField], [weak]],
  strength: [[noField]],
  radius: [
    [noField, { ...noField, ...played }],
    [weak, { well: { strength: 0, listening: 1 } }],
  ],
  softening: [[noField], [weak]],
  axisX: [
    [{ well: { kind: 'radial' } }, vortex],
    [noField, vortex],
    [weak, vortex],
    [{}, { parameters: { fieldKind: 'vortex' } }],
  ],
  axisY: [
    [noField, vortex],
    [weak, vortex],
    [{}, vortex],
  ],
  axisZ: [
    [noField, vortex],
    [weak, vortex],
    [{}, { well: { kind: 'directional' } }],
  ],
  orbit: [
    [{ well: { x: 0 } }],
    [noField, { parameters: { fieldStrength: 0, fieldRadius: 2 }, ...played }],
    [weak, { parameters: { fieldRadius: 2 }, well: { strength: 0, listening: 1 } }],
  ],
  listening: [
    [{ parameters: muted }],
    [{ parameters: { fieldStrength: 0, bounceFlash: 0 } }, noField],
    [{ parameters: { bounceFlash: 0 }, well: { strength: 0 } }, weak],
  ],
};

interface Control {
  readonly field: Field;
  remark(document: UniverseDocument): Remark | null;
  edit(value: unknown): Edit;
  readonly rules: readonly Rule<never>[];
  /** The entity that its rules are about. */
  entity(document: UniverseDocument): unknown;
}

const parameterControl = (key: ParameterKey): Control => ({
  field: parameterOf(key),
  remark: (document) => remarkOfParameter(document, key),
  edit: (value) => ({ kind: 'parameters.set', values: { [key]: value } as ParameterPatch }),
  rules: parameterRules[key] ?? [],
  entity: () => null,
});
const emitterControl = (name: keyof typeof emitterFields): Control => ({
  field: emitterFields[name],
  remark: (document) => remarkOfEmitter(document, document.emitters[0]!, name),
  edit: (value) => ({ kind: 'emitter.set', id: 'emitter-1', values: { [name]: value } }),
  rules: (emitterRules as Record<string, readonly Rule<Emitter>[]>)[name] ?? [],
  entity: ({ emitters }) => emitters[0],
});
const wellControl = (name: keyof typeof wellFields): Control => ({
  field: wellFields[name],
  remark: (document) => remarkOfWell(document, document.wells[0]!, name),
  edit: (value) => ({ kind: 'well.set', id: 'well-1', values: { [name]: value } }),
  rules: (wellRules as Record<string, readonly Rule<Well>[]>)[name] ?? [],
  entity: ({ wells }) => wells[0],
});

const controls: readonly (readonly [name: string, control: Control, cases: readonly Case[]])[] = [
  ...Object.entries(ofParameters).map(([key, cases]) => [key, parameterControl(key as ParameterKey), cases] as const),
  ...Object.entries(ofEmitters).map(
    ([name, cases]) => [`${name} of an emitter`, emitterControl(name as keyof typeof emitterFields), cases] as const,
  ),
  ...Object.entries(ofWells).map(([name, cases]) => [`${name} of a well`, wellControl(name as keyof typeof wellFields), cases] as const),
];

/** A whole turn is no turn. */
const valuesOf = (name: string, field: Field) => (name === 'gravityAzimuth' ? [0, 120] : extremesOf(field));

describe.each(controls)('%s', (name, control, cases) => {
  const span = spans[name] ?? usualSpan;

  it('changes no particle, no note and no scalar while it is said to have no effect', () => {
    for (const [closed] of cases) {
      const universe = universeWith(closed);
      expect(control.remark(universe), JSON.stringify(closed)).toMatchObject({ effect: 'none' });
      expect(acts(universe, control.edit, valuesOf(name, control.field), span), JSON.stringify(closed)).toBe(false);
    }
  });

  it('changes something as soon as its gate is open', () => {
    for (const [closed, open = {}] of cases) {
      const universe = universeWith(open);
      expect(control.remark(universe)?.effect, JSON.stringify([closed, open])).not.toBe('none');
      expect(acts(universe, control.edit, valuesOf(name, control.field), span), JSON.stringify([closed, open])).toBe(true);
    }
  });

  it('has a case for each of its rules', () => {
    const told = cases.map(([closed]) => {
      const universe = universeWith(closed);
      return control.rules.findIndex((rule) => rule(universe, control.entity(universe) as never)?.effect === 'none');
    });
    const limited = [universeWith({}), universeWith({ parameters: classic })];
    const isLimit = (rule: Rule<never>) => limited.some((each) => rule(each, control.entity(each) as never)?.effect === 'limited');
    const untold = control.rules.flatMap((rule, index) => (told.includes(index) || isLimit(rule) ? [] : [index]));
    expect(untold).toEqual([]);
  });
});

it('has cases for every parameter that the simulation reads and a rule keeps from acting', () => {
  const gated = parameterKeys.filter(
    (key) => parameterOf(key).reaches.includes('simulation') && ((parameterRules[key]?.length ?? 0) > 0 || parameterOf(key).onlyWith),
  );
  // These always act, if only on or off.
  const limited = ['boundsSize', 'gravityToTempo', 'gravityToVolume'];
  expect(gated.filter((key) => !(key in ofParameters))).toEqual(expect.arrayContaining(limited));
  expect(gated.filter((key) => !(key in ofParameters) && !limited.includes(key))).toEqual([]);
  expect(Object.keys(emitterRules).filter((name) => !(name in ofEmitters))).toEqual([]);
  expect(Object.keys(wellRules).filter((name) => !(name in ofWells))).toEqual([]);
});

/** Returns the values of a control, of those given, that make a universe different from what it is at the first of them. */
function different(control: Control, change: Change, [first, ...others]: readonly number[]): number[] {
  const universe = universeWith(change);
  return others.filter((value) => acts(universe, control.edit, [first!, value], usualSpan));
}

describe('a control with a limited effect', () => {
  const limitOf = (control: Control, change: Change) => control.remark(universeWith(change));
  const inClassic = { parameters: { ...classic, volumeToGravity: 0, gravity: 5 } };

  it.each(['gravityToTempo', 'gravityToVolume', 'tempoToPitch', 'scaleToTimbre', 'volumeToGravity'] as const)(
    'is only on or off in classic mode: %s',
    (key) => {
      const control = parameterControl(key);
      expect(limitOf(control, inClassic)).toMatchObject({ effect: 'limited', code: 'on-off' });
      expect(different(control, inClassic, [0.01, 0.5, 1, 0])).toEqual([0]);
      expect(limitOf(control, { parameters: { gravity: 5 } })).toBeNull();
    },
  );

  it.each(['motionToRhythm', 'soundToMotion'] as const)('is none of the links without a formula of the original: %s', (key) => {
    expect(limitOf(parameterControl(key), inClassic)).toBeNull();
    // At its usual tempo: bars are short enough.
    expect(different(parameterControl(key), { parameters: classic }, [0.01, 1])).toEqual([1]);
  });

  it('is the share of the only emitter', () => {
    const control = emitterControl('rate');
    expect(limitOf(control, {})).toEqual({ effect: 'limited', code: 'only-emitter' });
    expect(different(control, {}, [1, 0.5, 4, 10, 0])).toEqual([0]);
    const universe = universeWith({});
    universe.emitters.push({ ...universe.emitters[0]!, id: 'another' });
    expect(control.remark(universe)).toBeNull();
  });

  it('is the size of open bounds, which moves no particle and still places the notes', () => {
    const control = parameterControl('boundsSize');
    const open = { parameters: { bounds: 'open', soundToMotion: 0, bounceFlash: 0, volumeToGravity: 0 } } as const;
    expect(limitOf(control, open)).toMatchObject({ effect: 'limited', code: 'scale-only' });
    expect(limitOf(control, {})).toBeNull();
    expect(different(control, open, [1, 200])).toEqual([200]);
    expect(different(control, { parameters: { ...open.parameters, ...muted } }, [1, 200])).toEqual([]);
  });
});
