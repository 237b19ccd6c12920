import fc from 'fast-check';
import {
  bitmapDigits,
  type Field,
  type FieldValues,
  fromPosition,
  parameterKeys,
  parameters,
  type ParameterValues,
} from '../../shared/parameters/index.ts';
import {
  affinityCount,
  documentVersion,
  type Edit,
  type PlainEdit,
  emitterFields,
  isStoryboardTarget,
  maxEmitters,
  maxWells,
  speciesCount,
  type Storyboard,
  type StoryboardContent,
  type StoryboardPoint,
  type StoryboardState,
  targetOf,
  transitions,
  type UniverseDocument,
  wellFields,
} from '../../shared/universe/index.ts';

const positions = 1 << 20;

/**
 * Numbers spread evenly over a range, including its ends. `fc.double` draws by the exponent instead: in a range that begins at 0 it
 * draws almost only numbers near 0.
 */
export function evenNumber(min: number, max: number): fc.Arbitrary<number> {
  const drawn = fc.noBias(fc.integer({ min: 0, max: positions })).map((position) => min + ((max - min) * position) / positions);
  return fc.oneof({ weight: 24, arbitrary: drawn }, { weight: 1, arbitrary: fc.constantFrom(min, max) });
}

/**
 * A number distributed like the positions of its control: evenly over a linear scale, evenly in its logarithm over a logarithmic one.
 * Sometimes an end of the range, the default, or any number of the range, since the simulation may not rely on a control's steps.
 */
function numberArbitrary(field: Field & { kind: 'number' | 'integer' }): fc.Arbitrary<number> {
  const drawn = fc.noBias(fc.integer({ min: 0, max: positions })).map((position) => fromPosition(field, position / positions));
  const any = field.kind === 'integer' ? fc.integer(field) : fc.double({ min: field.min, max: field.max, noNaN: true });
  return fc.oneof(
    { weight: 48, arbitrary: drawn },
    { weight: 2, arbitrary: fc.constantFrom(field.min, field.max, field.default) },
    { weight: 1, arbitrary: any },
  );
}

/** Any allowed value of a field. */
function fieldArbitrary(field: Field): fc.Arbitrary<number | string | boolean> {
  switch (field.kind) {
    case 'number':
    case 'integer':
      return numberArbitrary(field);
    case 'choice':
      return fc.constantFrom(...field.choices);
    case 'switch':
      return fc.boolean();
    case 'colour':
      return fc.integer({ min: 0, max: 0xffffff }).map((colour) => `#${colour.toString(16).padStart(6, '0')}`);
    case 'pitches':
      return fc.integer({ min: 1, max: 0x7ff }).map((others) => `1${others.toString(2).padStart(11, '0')}`);
    case 'bitmap':
      return fc
        .array(
          fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16)),
          { minLength: bitmapDigits(field), maxLength: bitmapDigits(field) },
        )
        .map((digits) => digits.join(''));
  }
}

function fieldsArbitrary<R extends Record<string, Field>>(fields: R): fc.Arbitrary<FieldValues<R>> {
  const arbitraries = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, fieldArbitrary(field)]));
  return fc.record(arbitraries) as unknown as fc.Arbitrary<FieldValues<R>>;
}

/** Few slots, so that a random universe fills quickly. */
const smallPool = fc.integer({ min: 100, max: 1500 });

/** All parameters, anywhere in their ranges, with a small pool of particles. */
export const parametersArbitrary: fc.Arbitrary<ParameterValues> = fc
  .tuple(fieldsArbitrary(parameters), smallPool)
  .map(([values, particleCount]) => ({ ...values, particleCount }));

const emitterIds = Array.from({ length: maxEmitters }, (_, index) => `emitter-${index}`);
const wellIds = Array.from({ length: maxWells }, (_, index) => `well-${index}`);
const emitterValues = fieldsArbitrary(emitterFields);
const wellValues = fieldsArbitrary(wellFields);

const species = fc.integer({ min: 0, max: speciesCount - 1 });
/** Few keys, so that a pressed key is often released; includes both ends of the range. */
const midi = fc.oneof(fc.integer({ min: 60, max: 64 }), fc.constantFrom(0, 127));
const affinity = evenNumber(-1, 1);

/** Values that a storyboard may set: of any parameter, and of the first emitters and wells. */
const storyTargets = [
  ...parameterKeys,
  ...emitterIds.slice(0, 2).flatMap((id) => Object.keys(emitterFields).map((name) => `emitter:${id}:${name}`)),
  ...wellIds.slice(0, 2).flatMap((id) => Object.keys(wellFields).map((name) => `well:${id}:${name}`)),
].filter(isStoryboardTarget);

const storyState: fc.Arbitrary<StoryboardState> = fc
  .subarray(storyTargets, { maxLength: 24 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fieldArbitrary(targetOf(name)!.field)]))));

const pointIds = ['a', 'b', 'c', 'd'];

/** A point within the shortest storyboard that `contentArbitrary` makes. */
const pointArbitrary = (id: string): fc.Arbitrary<StoryboardPoint> =>
  fc.record({
    id: fc.constant(id),
    at: evenNumber(0, 4),
    transition: fc.constantFrom(...transitions),
    state: storyState,
  });

const storySeconds = evenNumber(4, 8);

const contentArbitrary: fc.Arbitrary<StoryboardContent> = fc
  .tuple(fc.record({ title: fc.constant('Any'), duration: storySeconds, loop: fc.boolean() }), fc.subarray(pointIds))
  .chain(([fields, ids]) => fc.tuple(...ids.map(pointArbitrary)).map((points) => ({ ...fields, points })))
  .map((content) => ({ ...content, points: content.points.toSorted((a, b) => a.at - b.at) }));

const storyboardArbitrary: fc.Arbitrary<Storyboard> = fc
  .record({
    content: contentArbitrary,
    playhead: fc.option(fc.record({ seconds: evenNumber(0, 4), since: fc.option(fc.constant(0)) })),
  })
  .map(({ content, playhead }) => ({ ...content, keptAs: null, playhead, released: [] }));

/** Any document, with at most four emitters and four wells. */
export const documentArbitrary: fc.Arbitrary<UniverseDocument> = fc
  .tuple(
    fc.integer({ min: 0, max: 0xffffffff }),
    parametersArbitrary,
    fc.array(emitterValues, { minLength: 1, maxLength: 4 }),
    fc.array(wellValues, { maxLength: 4 }),
    fc.array(affinity, { minLength: affinityCount, maxLength: affinityCount }),
    fc.option(storyboardArbitrary),
  )
  .map(([seed, values, emitters, wells, affinities, storyboard]) => ({
    version: documentVersion,
    seed,
    parameters: values,
    emitters: emitters.map((emitter, index) => ({ id: emitterIds[index], ...emitter })),
    wells: wells.map((well, index) => ({ id: wellIds[index], ...well })),
    affinities,
    storyboard,
  }));

/** A few parameters of a document, as an edit sets them. */
const patchArbitrary = fc
  .tuple(parametersArbitrary, fc.subarray(Object.keys(parameters), { minLength: 1, maxLength: 6 }))
  .map(([values, keys]) => Object.fromEntries(keys.map((key) => [key, values[key as keyof ParameterValues]])));

const emitterId = fc.constantFrom(...emitterIds);
const wellId = fc.constantFrom(...wellIds);
const pointId = fc.constantFrom(...pointIds);

const plainEditArbitrary: fc.Arbitrary<PlainEdit> = fc.oneof(
  { weight: 4, arbitrary: patchArbitrary.map((values): PlainEdit => ({ kind: 'parameters.set', values })) },
  fc.tuple(emitterId, emitterValues).map(([id, values]): PlainEdit => ({ kind: 'emitter.add', emitter: { id, ...values } })),
  fc.tuple(emitterId, emitterValues).map(([id, values]): PlainEdit => ({ kind: 'emitter.set', id, values })),
  emitterId.map((id): PlainEdit => ({ kind: 'emitter.remove', id })),
  fc.tuple(wellId, wellValues).map(([id, values]): PlainEdit => ({ kind: 'well.add', well: { id, ...values } })),
  fc.tuple(wellId, wellValues).map(([id, values]): PlainEdit => ({ kind: 'well.set', id, values })),
  wellId.map((id): PlainEdit => ({ kind: 'well.remove', id })),
  fc
    .array(fc.record({ of: species, towards: species, value: affinity }), { minLength: 1, maxLength: affinityCount })
    .map((cells): PlainEdit => ({ kind: 'affinities.set', cells })),
);

/** Any valid edit; it depends on the document whether it can be applied. */
export const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 11, arbitrary: plainEditArbitrary },
  fc.array(plainEditArbitrary, { minLength: 1, maxLength: 5 }).map((edits): Edit => ({ kind: 'compound', edits })),
  fc.constant<Edit>({ kind: 'restart' }),
  fc.tuple(midi, evenNumber(0, 1)).map(([key, velocity]): Edit => ({ kind: 'note.press', midi: key, velocity })),
  midi.map((key): Edit => ({ kind: 'note.release', midi: key })),
  contentArbitrary.map((content): Edit => ({ kind: 'storyboard.load', content, keptAs: null })),
  fc.constant<Edit>({ kind: 'storyboard.unload' }),
  fc.record({ duration: storySeconds, loop: fc.boolean() }).map((values): Edit => ({ kind: 'storyboard.set', values })),
  pointId.chain(pointArbitrary).map((point): Edit => ({ kind: 'point.add', point })),
  pointId.chain(pointArbitrary).map(({ id, ...values }): Edit => ({ kind: 'point.set', id, values })),
  pointId.map((id): Edit => ({ kind: 'point.remove', id })),
  fc.record({ seconds: evenNumber(0, 5), playing: fc.boolean() }).map((to): Edit => ({ kind: 'playhead.set', ...to })),
  fc.boolean().map((playing): Edit => ({ kind: 'playhead.set', playing })),
  fc.constant<Edit>({ kind: 'playhead.lift' }),
);
