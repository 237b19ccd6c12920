import { z } from 'zod';
import { entityIdSchema } from '../universe/index.ts';

/** Whether somebody has a hand on their page: `idle` without any input for a while, `away` while its tab is hidden. */
export const attentions = ['here', 'idle', 'away'] as const;
export type Attention = (typeof attentions)[number];

/** Id of a member, or '' for nobody. */
export const memberIdSchema = z.string().regex(/^[\w-]{0,24}$/, 'must be the id of a member, or empty');

/** What somebody attends to: whether they are there, and which emitter or well they have selected, '' for none. */
export const attendRequestSchema = z.strictObject({
  attention: z.enum(attentions),
  selected: z.union([entityIdSchema, z.literal('')]),
});
export type AttendRequest = z.infer<typeof attendRequestSchema>;

/** Whose view somebody wants to be shown; '' for their own. */
export const followRequestSchema = z.strictObject({ memberId: memberIdSchema });
export type FollowRequest = z.infer<typeof followRequestSchema>;

const metres = z.number().min(-10_000).max(10_000);

/** How somebody looks at the scene: angles in radians, lengths in m. */
export const viewSchema = z.strictObject({
  azimuth: z.number().min(-Math.PI).max(Math.PI),
  elevation: z.number().min(-Math.PI).max(Math.PI),
  distance: z.number().min(0.1).max(10_000),
  target: z.strictObject({ x: metres, y: metres, z: metres }),
});
export type View = z.infer<typeof viewSchema>;

/** Where the cursors are that moved, in m, by member; null for one that left the stage. */
export interface CursorsMessage {
  places: Record<string, readonly [x: number, y: number, z: number] | null>;
}

/** How somebody looks at the scene whom one follows. */
export interface ViewMessage {
  memberId: string;
  view: View;
}
