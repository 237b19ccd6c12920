/** Limits of names, descriptions and tags of a universe. Contract and columns take their ranges from here; lengths are in characters. */
export const universeLimits = {
  name: { min: 1, max: 100 },
  description: { max: 500 },
  tag: { min: 1, max: 24 },
  tags: { max: 8 },
} as const;

/** The characters of a tag; some scripts join and part their letters by invisible ones. */
export const tagPattern = /^[\p{L}\p{M}\p{N}\p{Join_Control} -]*$/u;

/** Roles of other users in a universe: by its link, by an invitation, or as a collaborator. */
export const sharedRoles = ['editor', 'viewer'] as const;
export type SharedRole = (typeof sharedRoles)[number];

/** Roles of members in a room. */
export const memberRoles = ['owner', 'editor', 'viewer', 'spectator'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Days for which a deleted universe can be restored. */
export const trashDays = 30;

/** The most collaborators of a universe. */
export const maxCollaborators = 100;

/** Days and users of an invitation, and the most open invitations of a universe. */
export const invitationLimits = {
  days: { min: 1, max: 30 },
  uses: { min: 1, max: maxCollaborators, default: 10 },
  open: { max: 20 },
} as const;

/** Storyboards that a universe stores, and versions of each: the oldest is deleted first. */
export const storyboardLimits = { kept: { max: 20 }, versions: { max: 50 } } as const;
