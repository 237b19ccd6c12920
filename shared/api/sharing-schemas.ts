import { z } from 'zod';
import { invitationLimits, sharedRoles } from './universe.ts';

/** Somebody as they are told to others. */
export const personSchema = z.object({ id: z.string(), displayName: z.string(), colour: z.string() });

export const collaboratorSchema = personSchema.extend({ role: z.enum(sharedRoles), since: z.iso.datetime() });
export type Collaborator = z.infer<typeof collaboratorSchema>;

/** Who has which role in a universe, beside what its link gives. */
export const peopleSchema = z.object({ owner: personSchema, collaborators: z.array(collaboratorSchema) });
export type People = z.infer<typeof peopleSchema>;

export const changeRoleSchema = z.strictObject({ role: z.enum(sharedRoles) });

export const invitationSchema = z.object({
  id: z.string(),
  role: z.enum(sharedRoles),
  /** How many users it admits in all. */
  maxUses: z.int(),
  /** How many it has admitted. */
  uses: z.int(),
  /** Who came in by it, where their accounts are still there. */
  usedBy: z.array(personSchema),
  expiresAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** Told once, to whoever made it: only its hash is kept. */
export const newInvitationSchema = invitationSchema.extend({ secret: z.string() });

const { days, uses } = invitationLimits;
export const inviteSchema = z.strictObject({
  role: z.enum(sharedRoles),
  days: z.int().min(days.min).max(days.max),
  /** How many users it admits. */
  uses: z.int().min(uses.min).max(uses.max).default(uses.default),
});

export const acceptSchema = z.strictObject({ secret: z.string().min(1).max(100) });

export const transferSchema = z.strictObject({ to: z.string().min(1).max(24) });
