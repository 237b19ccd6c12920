import { z } from 'zod';
import { registry } from '../../parameters/index.ts';
import { rule } from '../../refusals/rule.ts';
import { lengthOf } from '../../text/characters.ts';
import { lineSchema } from '../../text/given-text.ts';
import { normaliseLine } from '../../text/normalise.ts';
import { foldForSearch } from '../../text/search.ts';
import { listLimits, universeLists } from './lists.ts';
import { numberIn, pageFields } from '../contract/query-schemas.ts';
import { tagPattern, universeLimits } from './universe.ts';

/** A word or two that describe a universe, in lower case. */
export const tagSchema = lineSchema(universeLimits.tag)
  .overwrite((tag) => normaliseLine(tag.toLowerCase()))
  .regex(tagPattern, rule('tag-form'));

export const tagsSchema = z
  .array(tagSchema)
  .max(universeLimits.tags.max)
  .refine((tags) => new Set(tags.map(foldForSearch)).size === tags.length, rule('list-repeats'));

/** The words of a search, as typed: every one of them has to be found (shared/text/search.ts). */
export const wordsSchema = z
  .string()
  .trim()
  .refine((words) => lengthOf(words) <= listLimits.words.max, rule('too-long', { max: listLimits.words.max }));

/** A query field that is given once arrives alone, one that is given more than once as a list. */
const queriedTags = z.preprocess(
  (given) => (typeof given === 'string' ? [given] : given),
  z.array(tagSchema).max(listLimits.tags.max),
) as z.ZodType<string[], string | string[]>;

export const listQuerySchema = z
  .strictObject({
    list: z.enum(universeLists).default('recent'),
    q: wordsSchema.optional(),
    /** The universe has to have all of them. */
    tag: queriedTags.optional(),
    /** Id of the owner. */
    owner: z.string().min(1).max(24).optional(),
    key: z.enum(registry.music.key.choices).optional(),
    tempoMin: numberIn(registry.music.tempo).optional(),
    tempoMax: numberIn(registry.music.tempo).optional(),
    ...pageFields(listLimits.page),
  })
  .refine(({ tempoMin, tempoMax }) => tempoMin === undefined || tempoMax === undefined || tempoMin <= tempoMax, {
    path: ['tempoMax'],
    ...rule('tempo-range-reversed'),
  });
export type ListQuery = z.output<typeof listQuerySchema>;
