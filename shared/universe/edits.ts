import { z } from 'zod';
import { fieldShape, type ParameterPatch, parameterPatchSchema } from '../parameters/index.ts';
import { rule } from '../refusals/rule.ts';
import { affinitySchema, emitterSchema, entityIdSchema, speciesSchema, wellSchema } from './document-schema.ts';
import {
  type Emitter,
  emitterFields,
  type EmitterValues,
  maxEmitters,
  maxWells,
  type Well,
  wellFields,
  type WellValues,
} from './entity-fields.ts';
import { affinityCount } from './species.ts';
import type { StoryboardEdit } from './storyboard/edit-storyboard.ts';
import { storyboardEditSchemas } from './storyboard/storyboard-schema.ts';

const keySchema = z.int().min(0).max(127);
const notEmpty = (patch: object) => Object.keys(patch).length > 0;

/** Schemas of the edits of parameters, emitters, wells and species: those that a compound edit can hold. */
const plainEditSchemas = [
  z.strictObject({ kind: z.literal('parameters.set'), values: parameterPatchSchema }),
  z.strictObject({ kind: z.literal('emitter.add'), emitter: emitterSchema }),
  z.strictObject({
    kind: z.literal('emitter.set'),
    id: entityIdSchema,
    values: z.strictObject(fieldShape(emitterFields)).partial().refine(notEmpty, rule('nothing-chosen')),
  }),
  z.strictObject({ kind: z.literal('emitter.remove'), id: entityIdSchema }),
  z.strictObject({ kind: z.literal('well.add'), well: wellSchema }),
  z.strictObject({
    kind: z.literal('well.set'),
    id: entityIdSchema,
    values: z.strictObject(fieldShape(wellFields)).partial().refine(notEmpty, rule('nothing-chosen')),
  }),
  z.strictObject({ kind: z.literal('well.remove'), id: entityIdSchema }),
  z.strictObject({
    kind: z.literal('affinities.set'),
    cells: z
      .array(z.strictObject({ of: speciesSchema, towards: speciesSchema, value: affinitySchema }))
      .min(1)
      .max(affinityCount),
  }),
] as const;

/** Most edits in a compound one: all emitters and wells can be replaced, and the rest be set. */
export const maxCompoundEdits = 2 * (maxEmitters + maxWells) + 2;

/** Every kind of edit of a universe. */
export const editSchema = z.discriminatedUnion('kind', [
  ...plainEditSchemas,
  /** Makes several edits at once: all of them, in this order, or none. */
  z.strictObject({
    kind: z.literal('compound'),
    edits: z.array(z.discriminatedUnion('kind', plainEditSchemas)).min(1).max(maxCompoundEdits),
  }),
  /** Restarts: particles, voices and the musical clock return to their first state; the document stays. */
  z.strictObject({ kind: z.literal('restart') }),
  /** Presses a key, a MIDI number, with a velocity from 0 to 1; its note sounds until the key is released. The document does not change. */
  z.strictObject({ kind: z.literal('note.press'), midi: keySchema, velocity: z.number().min(0).max(1) }),
  z.strictObject({ kind: z.literal('note.release'), midi: keySchema }),
  ...storyboardEditSchemas,
]);

/** An edit that a compound edit can hold. */
export type PlainEdit =
  | { kind: 'parameters.set'; values: ParameterPatch }
  | { kind: 'emitter.add'; emitter: Emitter }
  | { kind: 'emitter.set'; id: string; values: Partial<EmitterValues> }
  | { kind: 'emitter.remove'; id: string }
  | { kind: 'well.add'; well: Well }
  | { kind: 'well.set'; id: string; values: Partial<WellValues> }
  | { kind: 'well.remove'; id: string }
  | { kind: 'affinities.set'; cells: { of: number; towards: number; value: number }[] };

export type Edit =
  | PlainEdit
  | { kind: 'compound'; edits: PlainEdit[] }
  | { kind: 'restart' }
  | { kind: 'note.press'; midi: number; velocity: number }
  | { kind: 'note.release'; midi: number }
  | StoryboardEdit;

/** An edit with its place in the log: applied before the step of its tick, in order of `sequence`. */
export interface LoggedEdit {
  sequence: number;
  tick: number;
  edit: Edit;
}

const plainKinds: ReadonlySet<Edit['kind']> = new Set(plainEditSchemas.map(({ shape }) => shape.kind.value));

/** True for an edit that a compound edit can hold. */
export const isPlainEdit = (edit: Edit): edit is PlainEdit => plainKinds.has(edit.kind);

/** Returns the edits that an edit makes one after another. */
export const partsOf = (edit: Edit): readonly Exclude<Edit, { kind: 'compound' }>[] => (edit.kind === 'compound' ? edit.edits : [edit]);
