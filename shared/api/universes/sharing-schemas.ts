import { z } from 'zod';
import { invitationLimits, sharedRoles } from './universe.ts';

/** The public form of a user. */
export const publicUserSchema = z.object({ id: z.string(), displayName: z.string(), colour: z.string() });

export const collaboratorSchema = publicUserSchema.extend({ role: z.enum(sharedRoles), since: z.iso.datetime() });
export type Collaborator = z.infer<typeof collaboratorSchema>;

/** The roles in a universe, besides the one that its link gives. */
export const collaboratorsSchema = z.object({ owner: publicUserSchema, collaborators: z.array(collaboratorSchema) });
export type Collaborators = z.infer<typeof collaboratorsSchema>;

export const changeRoleSchema = z.strictObject({ role: z.enum(sharedRoles) });

export const invitationSchema = z.object({
  id: z.string(),
  role: z.enum(sharedRoles),
  /** The number of users that it admits in all. */
  maxUses: z.int(),
  /** The number of users that it has admitted. */
  uses: z.int(),
  /** The users who accepted it and still exist. */
  usedBy: z.array(publicUserSchema),
  expiresAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** Sent once, to its maker: only its hash is stored. */
export const newInvitationSchema = invitationSchema.extend({ secret: z.string() });

const { days, uses } = invitationLimits;
export const inviteSchema = z.strictObject({
  role: z.enum(sharedRoles),
  days: z.int().min(days.min).max(days.max),
  /** The number of users that it admits. */
  uses: z.int().min(uses.min).max(uses.max).default(uses.default),
});

export const acceptSchema = z.strictObject({ secret: z.string().min(1).max(100) });

export const transferSchema = z.strictObject({ to: z.string().min(1).max(24) });
