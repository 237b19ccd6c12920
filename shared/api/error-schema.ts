import { z } from 'zod';
import { type ErrorCode, errorCodes } from './errors.ts';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** The body of every refusal, as a schema. */
export const errorBodySchema = z.strictObject({
  error: z.strictObject({
    code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
    /** In English. */
    message: z.string(),
    /** Stable name of the refusal: pages word it in their language, with the values of `params` in its places. */
    reason: z.string(),
    params,
    /** The faults of each field: its path, the rule that it breaks (in English, and as reason and parameters), and the value. */
    issues: z.array(z.strictObject({ path: z.string(), rule: z.string(), reason: z.string(), params, value: z.unknown() })),
    /** After how many whole seconds the same request may succeed, where that is known. */
    retryAfterSeconds: z.int().min(0).optional(),
  }),
});
