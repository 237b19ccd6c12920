import { z } from 'zod';

/** A number as an address writes it. */
export const numberIn = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .regex(/^\d{1,9}(\.\d{1,9})?$/, 'must be a number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** Longest that a cursor may be, in characters. */
const longestCursor = 200;

/** What says which part of a list is wanted. */
export const pageFields = (page: { min: number; max: number; default: number }) => ({
  cursor: z.string().max(longestCursor).optional(),
  limit: numberIn(page).pipe(z.number().int()).default(page.default),
});

/** The cursor of what follows, null at the end. */
export const nextCursor = z.string().nullable();
