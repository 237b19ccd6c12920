import { z } from 'zod';
import { linesSchema } from '../../text/given-text.ts';
import { privateNoteLimits } from './feedback.ts';

/** The private note of a user about a universe; empty if there is none. */
export const privateNoteSchema = z.object({ text: z.string(), updatedAt: z.iso.datetime().nullable() });
export type PrivateNote = z.infer<typeof privateNoteSchema>;

export const writeNoteSchema = z.strictObject({ text: linesSchema(privateNoteLimits.text) });

/** The form in an export. */
export const exportedNoteSchema = z.object({ universeId: z.string(), text: z.string(), updatedAt: z.iso.datetime() });
