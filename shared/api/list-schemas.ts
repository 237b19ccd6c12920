import { z } from 'zod';
import { registry } from '../parameters/index.ts';
import { listLimits, universeLists } from './lists.ts';
import { numberIn, pageFields } from './query-schemas.ts';
import { tagPattern, universeLimits } from './universe.ts';

/** A word or two by which a universe is found, in lower case. */
export const tagSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(universeLimits.tag.max)
  .regex(tagPattern, 'must be made of letters, digits, spaces and hyphens');

export const tagsSchema = z
  .array(tagSchema)
  .max(universeLimits.tags.max)
  .refine((tags) => new Set(tags).size === tags.length, 'must be distinct');

/** What is given once comes alone, what is given more than once as a list. */
const queriedTags = z.preprocess(
  (given) => (typeof given === 'string' ? [given] : given),
  z.array(tagSchema).max(listLimits.tags.max),
) as z.ZodType<string[], string | string[]>;

export const listQuerySchema = z
  .strictObject({
    list: z.enum(universeLists).default('recent'),
    /** Each word is the beginning of one in the name or the description. */
    q: z.string().trim().max(listLimits.words.max).optional(),
    /** All of them. */
    tag: queriedTags.optional(),
    /** Whose they are. */
    owner: z.string().min(1).max(24).optional(),
    key: z.enum(registry.music.key.choices).optional(),
    tempoMin: numberIn(registry.music.tempo).optional(),
    tempoMax: numberIn(registry.music.tempo).optional(),
    ...pageFields(listLimits.page),
  })
  .refine(({ tempoMin, tempoMax }) => tempoMin === undefined || tempoMax === undefined || tempoMin <= tempoMax, {
    path: ['tempoMax'],
    error: 'must not be below tempoMin',
  });
export type ListQuery = z.output<typeof listQuerySchema>;
