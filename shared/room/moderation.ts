import { z } from 'zod';
import { sharedRoles } from '../api/universe.ts';
import { memberIdSchema } from './presence.ts';

/** Lets somebody say and play nothing, or lets them again. */
export const muteRequestSchema = z.strictObject({ memberId: memberIdSchema.min(1), isMuted: z.boolean() });
export type MuteRequest = z.infer<typeof muteRequestSchema>;

/** Sees somebody off: they are not let in again for a while. */
export const seeOffRequestSchema = z.strictObject({ memberId: memberIdSchema.min(1) });
export type SeeOffRequest = z.infer<typeof seeOffRequestSchema>;

/** Makes somebody an editor or a viewer, as long as the room is open. */
export const roleRequestSchema = z.strictObject({ memberId: memberIdSchema.min(1), role: z.enum(sharedRoles) });
export type RoleRequest = z.infer<typeof roleRequestSchema>;
