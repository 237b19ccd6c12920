import { z } from 'zod';
import { rule } from '../refusals/rule.ts';
import { entityIdSchema } from '../universe/index.ts';

/** Attention of a member: `idle` without any input for a while, `away` while the tab is hidden. */
export const attentions = ['here', 'idle', 'away'] as const;
export type Attention = (typeof attentions)[number];

/** Id of a member, or '' for none. */
export const memberIdSchema = z.string().regex(/^[\w-]{0,24}$/, rule('member-id-form'));

/** Attention and selection of a member: whether they are there, and the emitter or well that they have selected, '' for none. */
export const attendRequestSchema = z.strictObject({
  attention: z.enum(attentions),
  selected: z.union([entityIdSchema, z.literal('')]),
});
export type AttendRequest = z.infer<typeof attendRequestSchema>;

/** The member whose view the sender wants to be shown; '' for their own. */
export const followRequestSchema = z.strictObject({ memberId: memberIdSchema });
export type FollowRequest = z.infer<typeof followRequestSchema>;

const metres = z.number().min(-10_000).max(10_000);

/** A view of the scene: angles in radians, lengths in m. */
export const viewSchema = z.strictObject({
  azimuth: z.number().min(-Math.PI).max(Math.PI),
  elevation: z.number().min(-Math.PI).max(Math.PI),
  distance: z.number().min(0.1).max(10_000),
  target: z.strictObject({ x: metres, y: metres, z: metres }),
});
export type View = z.infer<typeof viewSchema>;

/** The places of the cursors that moved, in m, by member; null for one that left the stage. */
export interface CursorsMessage {
  places: Record<string, readonly [x: number, y: number, z: number] | null>;
}

/** The view of the member whom the receiver follows. */
export interface ViewMessage {
  memberId: string;
  view: View;
}
