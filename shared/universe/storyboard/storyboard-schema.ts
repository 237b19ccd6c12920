import { z } from 'zod';
import { fieldSchema } from '../../parameters/index.ts';
import { rule } from '../../refusals/rule.ts';
import { lineSchema } from '../../text/given-text.ts';
import { countValues, storyLimits, type StoryboardState, transitions } from './storyboard.ts';
import { isStoryboardTarget, targetOf } from './targets.ts';

export const pointIdSchema = z.string().regex(/^[a-z0-9-]{1,24}$/, rule('id-form'));

/** Each value by the rules of its field, under the path of its target. */
const stateSchema: z.ZodType<StoryboardState, StoryboardState> = z
  .record(z.string().max(80), z.union([z.number(), z.string().max(64), z.boolean()]))
  .superRefine((state, context) => {
    for (const [name, value] of Object.entries(state)) {
      if (!isStoryboardTarget(name)) {
        context.addIssue({ code: 'custom', path: [name], input: value, ...rule('value-not-in-storyboard') });
        continue;
      }
      for (const issue of fieldSchema(targetOf(name)!.field).safeParse(value).error?.issues ?? []) {
        context.addIssue({ ...issue, path: [name], input: value } as z.core.$ZodRawIssue);
      }
    }
  });

const seconds = z.number().min(0).max(storyLimits.duration.max);

export const pointSchema = z.strictObject({ id: pointIdSchema, at: seconds, transition: z.enum(transitions), state: stateSchema });

export const storyTitleSchema = lineSchema(storyLimits.title);
/** The form in stored documents: a title that an older version accepted must stay readable. */
const storedTitleSchema = z
  .string()
  .min(storyLimits.title.min)
  .max(2 * storyLimits.title.max);

const fields = {
  title: storyTitleSchema,
  duration: z.number().min(storyLimits.duration.min).max(storyLimits.duration.max),
  loop: z.boolean(),
};

const keptAs = z.string().max(24).nullable();

const contentShape = {
  ...fields,
  points: z
    .array(pointSchema)
    .max(storyLimits.points.max)
    .refine((points) => new Set(points.map(({ id }) => id)).size === points.length, rule('ids-not-unique'))
    .refine((points) => countValues(points) <= storyLimits.values.max, rule('storyboard-value-limit', { max: storyLimits.values.max })),
};

interface Timed {
  readonly duration: number;
  readonly points: readonly { readonly at: number }[];
}

const endsAfterItsPoints = ({ duration, points }: Timed) => points.every(({ at }) => at <= duration);
const duringRule = { path: ['duration'], ...rule('points-after-end') };

export const storyContentSchema = z.strictObject(contentShape).refine(endsAfterItsPoints, duringRule);

const onStageSchema = (title: z.ZodType<string, string>) =>
  z
    .strictObject({
      ...contentShape,
      title,
      keptAs,
      playhead: z.strictObject({ seconds, since: z.int().min(0).nullable() }).nullable(),
      released: z.array(z.string().max(80)).max(storyLimits.values.max),
    })
    .refine(endsAfterItsPoints, duringRule);

export const storyboardSchema = onStageSchema(storedTitleSchema);
/** The form in requests and files. */
export const givenStoryboardSchema = onStageSchema(storyTitleSchema);

const notEmpty = (patch: object) => Object.keys(patch).length > 0;

/** The edits of the storyboard of a universe. */
export const storyEditSchemas = [
  z.strictObject({
    kind: z.literal('storyboard.load'),
    content: storyContentSchema,
    keptAs,
  }),
  z.strictObject({ kind: z.literal('storyboard.unload') }),
  z.strictObject({
    kind: z.literal('storyboard.set'),
    values: z
      .strictObject({ ...fields, keptAs })
      .partial()
      .refine(notEmpty, rule('nothing-chosen')),
  }),
  z.strictObject({ kind: z.literal('point.add'), point: pointSchema }),
  z.strictObject({
    kind: z.literal('point.set'),
    id: pointIdSchema,
    values: pointSchema.omit({ id: true }).partial().refine(notEmpty, rule('nothing-chosen')),
  }),
  z.strictObject({ kind: z.literal('point.remove'), id: pointIdSchema }),
  /** Sets the playhead to a time, or at its position; it moves, or rests there. */
  z.strictObject({ kind: z.literal('playhead.set'), seconds: seconds.optional(), playing: z.boolean() }),
  /** Removes the playhead: the universe uses its own values. */
  z.strictObject({ kind: z.literal('playhead.lift') }),
] as const;
