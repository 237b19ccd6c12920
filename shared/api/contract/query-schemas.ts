import { z } from 'zod';
import { rule } from '../../refusals/rule.ts';

/** A number in a query. */
export const numberIn = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .regex(/^\d{1,9}(\.\d{1,9})?$/, rule('number-form'))
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** The most characters of a cursor. */
const maxCursor = 200;

/** The fields that select a part of a list. */
export const pageFields = (page: { min: number; max: number; default: number }) => ({
  cursor: z.string().max(maxCursor).optional(),
  limit: numberIn(page).pipe(z.number().int()).default(page.default),
});

/** The cursor of the next page, null at the end. */
export const nextCursor = z.string().nullable();
