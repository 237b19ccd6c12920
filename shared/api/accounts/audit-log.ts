/** The kinds of entries of the audit log: actions of users on their accounts, and on the rights in their universes. */
export const auditKinds = [
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
export type AuditKind = (typeof auditKinds)[number];

export const auditLogLimits = {
  page: { min: 1, max: 50, default: 10 },
  /** The days for which an entry is kept. */
  days: 180,
} as const;
