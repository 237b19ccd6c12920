/** How a universe may be named, described and found. Contract and columns take their ranges from here; lengths are in characters. */
export const universeLimits = {
  name: { min: 1, max: 100 },
  description: { max: 500 },
  tag: { min: 1, max: 24 },
  tags: { max: 8 },
} as const;

/** What a tag may be made of; some scripts join and part their letters by signs that show nothing. */
export const tagPattern = /^[\p{L}\p{M}\p{N}\p{Join_Control} -]*$/u;

/** What somebody else may be to a universe: by its link, by an invitation, or by name. */
export const sharedRoles = ['editor', 'viewer'] as const;
export type SharedRole = (typeof sharedRoles)[number];

/** For how long a deleted universe can be taken back. */
export const binDays = 30;

/** How many may be named as collaborators of one universe. */
export const mostCollaborators = 100;

/** For how many days and users an invitation may hold, and how many of a universe may be open at a time. */
export const invitationLimits = {
  days: { min: 1, max: 30 },
  uses: { min: 1, max: mostCollaborators, default: 10 },
  open: { max: 20 },
} as const;

/** How many storyboards a universe keeps, and how many versions of each: the oldest goes first. */
export const storyboardLimits = { kept: { max: 20 }, versions: { max: 50 } } as const;
