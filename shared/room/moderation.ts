import { z } from 'zod';
import { sharedRoles } from '../api/universes/universe.ts';
import { memberIdSchema } from './presence.ts';

/** Mutes a member, or lets them speak and play again. */
export const muteRequestSchema = z.strictObject({ memberId: memberIdSchema.min(1), isMuted: z.boolean() });
export type MuteRequest = z.infer<typeof muteRequestSchema>;

/** Kicks a member: they are not let in again for a while. */
export const kickRequestSchema = z.strictObject({ memberId: memberIdSchema.min(1) });
export type KickRequest = z.infer<typeof kickRequestSchema>;

/** Makes a member an editor or a viewer, as long as the room is open. */
export const roleRequestSchema = z.strictObject({ memberId: memberIdSchema.min(1), role: z.enum(sharedRoles) });
export type RoleRequest = z.infer<typeof roleRequestSchema>;
