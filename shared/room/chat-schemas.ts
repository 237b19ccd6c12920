import { z } from 'zod';
import { lineSchema } from '../text/given-text.ts';
import { chatLimits, reactions } from './chat.ts';
import { memberIdSchema } from './presence.ts';

export const chatRequestSchema = z.strictObject({
  text: lineSchema({ min: 1, ...chatLimits.text }),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;

export const reactRequestSchema = z.strictObject({ reaction: z.enum(reactions) });
export type ReactRequest = z.infer<typeof reactRequestSchema>;

/** Raises a hand or lowers it: the sender's own if `memberId` is ''. */
export const handRequestSchema = z.strictObject({ memberId: memberIdSchema, isRaised: z.boolean() });
export type HandRequest = z.infer<typeof handRequestSchema>;
