import { z } from 'zod';
import { chatLimits, reactions } from './chat.ts';
import { memberIdSchema } from './presence.ts';

/** Plain text on one line: no control characters, and none that turn the direction of what stands around them. */
const plain = /^[^\p{Cc}\u2028-\u202e\u2066-\u2069]*$/u;

export const chatRequestSchema = z.strictObject({
  text: z.string().max(chatLimits.text.max).trim().min(1).regex(plain, 'must be plain text on one line'),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;

export const reactRequestSchema = z.strictObject({ reaction: z.enum(reactions) });
export type ReactRequest = z.infer<typeof reactRequestSchema>;

/** Raises a hand or lowers it: one's own where `memberId` is ''. */
export const handRequestSchema = z.strictObject({ memberId: memberIdSchema, isRaised: z.boolean() });
export type HandRequest = z.infer<typeof handRequestSchema>;
