import { z } from 'zod';
import { fieldSchema } from '../../parameters/index.ts';
import { rule } from '../../refusals/rule.ts';
import { lineSchema } from '../../text/given-text.ts';
import { countValues, storyboardContentLimits, type StoryboardState, transitions } from './storyboard.ts';
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

const seconds = z.number().min(0).max(storyboardContentLimits.duration.max);

export const pointSchema = z.strictObject({ id: pointIdSchema, at: seconds, transition: z.enum(transitions), state: stateSchema });

export const storyboardTitleSchema = lineSchema(storyboardContentLimits.title);
/** The form in stored documents: a title that an older version accepted must stay readable. */
const storedTitleSchema = z
  .string()
  .min(storyboardContentLimits.title.min)
  .max(2 * storyboardContentLimits.title.max);

const fields = {
  title: storyboardTitleSchema,
  duration: z.number().min(storyboardContentLimits.duration.min).max(storyboardContentLimits.duration.max),
  loop: z.boolean(),
};

const keptAs = z.string().max(24).nullable();

const contentShape = {
  ...fields,
  points: z
    .array(pointSchema)
    .max(storyboardContentLimits.points.max)
    .refine((points) => new Set(points.map(({ id }) => id)).size === points.length, rule('ids-not-unique'))
    .refine(
      (points) => countValues(points) <= storyboardContentLimits.values.max,
      rule('storyboard-value-limit', { max: storyboardContentLimits.values.max }),
    ),
};

interface Timed {
  readonly duration: number;
  readonly points: readonly { readonly at: number }[];
}

const endsAfterItsPoints = ({ duration, points }: Timed) => points.every(({ at }) => at <= duration);
const duringRule = { path: ['duration'], ...rule('points-after-end') };

export const storyboardContentSchema = z.strictObject(contentShape).refine(endsAfterItsPoints, duringRule);

const onStageSchema = (title: z.ZodType<string, string>) =>
  z
    .strictObject({
      ...contentShape,
      title,
      keptAs,
      playhead: z.strictObject({ seconds, since: z.int().min(0).nullable() }).nullable(),
      released: z.array(z.string().max(80)).max(storyboardContentLimits.values.max),
    })
    .refine(endsAfterItsPoints, duringRule);

export const storyboardSchema = onStageSchema(storedTitleSchema);
/** The form in requests and files. */
export const givenStoryboardSchema = onStageSchema(storyboardTitleSchema);

const notEmpty = (patch: object) => Object.keys(patch).length > 0;

/** The edits of the storyboard of a universe. */
export const storyboardEditSchemas = [
  z.strictObject({
    kind: z.literal('storyboard.load'),
    content: storyboardContentSchema,
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
