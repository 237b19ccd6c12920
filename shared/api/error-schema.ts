import { z } from 'zod';
import { type ErrorCode, errorCodes } from './errors.ts';

/** The body of every refusal, as a schema. */
export const errorBodySchema = z.strictObject({
  error: z.strictObject({
    code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    /** The faults of each field: its path, the rule, and the value that broke it. */
    issues: z.array(z.strictObject({ path: z.string(), rule: z.string(), value: z.unknown() })),
  }),
});
