import { z } from 'zod';
import { type ErrorCode, errorCodes } from './errors.ts';

/** The body of every refusal, as a schema. */
export const errorBodySchema = z.strictObject({
  error: z.strictObject({
    code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    /** What was wrong with each field: where, the rule, and the value that broke it. */
    issues: z.array(z.strictObject({ path: z.string(), rule: z.string(), value: z.unknown() })),
  }),
});
