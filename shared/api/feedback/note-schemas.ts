import { z } from 'zod';
import { linesSchema } from '../../text/given-text.ts';
import { noteLimits } from './talk.ts';

/** The private note of a user about a universe; empty if there is none. */
export const noteSchema = z.object({ text: z.string(), updatedAt: z.iso.datetime().nullable() });
export type PrivateNote = z.infer<typeof noteSchema>;

export const writeNoteSchema = z.strictObject({ text: linesSchema(noteLimits.text) });

/** The form in an export. */
export const exportedNoteSchema = z.object({ universeId: z.string(), text: z.string(), updatedAt: z.iso.datetime() });
