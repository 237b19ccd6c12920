/** What is noted of what people do with their accounts, and with who may do what in their universes. */
export const activityKinds = [
  'registered',
  'signed-in',
  'sign-in-failed',
  'password-check-failed',
  'signed-out-everywhere',
  'password-changed',
  'password-reset',
  'address-verified',
  'identity-linked',
  'identity-unlinked',
  'collaborator-joined',
  'collaborator-left',
  'role-changed',
  'collaborator-removed',
  'visibility-changed',
  'universe-transferred',
  'universe-deleted',
  'universe-restored',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activityLimits = {
  page: { min: 1, max: 50, default: 10 },
  /** How long it is kept. */
  days: 180,
} as const;
