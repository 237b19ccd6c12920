import { z } from 'zod';
import { linesSchema } from '../text/given-text.ts';
import { noteLimits } from './talk.ts';

/** What one has noted of a universe for oneself; without words where one has not. */
export const noteSchema = z.object({ text: z.string(), updatedAt: z.iso.datetime().nullable() });
export type Note = z.infer<typeof noteSchema>;

export const writeNoteSchema = z.strictObject({ text: linesSchema(noteLimits.text) });

/** As it is taken along. */
export const exportedNoteSchema = z.object({ universeId: z.string(), text: z.string(), updatedAt: z.iso.datetime() });
