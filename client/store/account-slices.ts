import { signal } from '@preact/signals-core';
import type { LeftBehind } from '../../shared/api/accounts/left-behind-schemas.ts';
import type { Identities, SignInMethods } from '../../shared/api/accounts/user-schemas.ts';
import type { CopyableUniverse, HeirChoice } from '../../shared/api/contract/contract.ts';
import { type AccountView, noAct } from './account.ts';
import type { AuditLogView } from './audit-log.ts';
import { noNotifications, type NotificationsView } from './notifications.ts';
import type { TrashView } from './collaborators.ts';
import type { ProfileView } from './profile.ts';
import { noServerStatus, type ServerStatusView } from './server-status.ts';

/** The state of the user's account, and the profile that is open. */
export const createAccountSlices = () => ({
  account: signal<AccountView>(noAct),
  /** The sign-in methods of this server; null until they are known. */
  signInMethods: signal<SignInMethods | null>(null),
  /** The identity providers of this server; null until they are known. */
  identities: signal<Identities['identities'] | null>(null),
  auditLog: signal<AuditLogView>(null),
  trash: signal<TrashView>(null),
  /** Universes that others have deleted and the user can still copy. */
  copyable: signal<readonly CopyableUniverse[]>([]),
  /** Comments and reviews of the user on universes that they can not open any more. */
  leftBehind: signal<readonly LeftBehind[]>([]),
  /** Universes of the user that could be given to others, and to whom; null until they are loaded. */
  heirs: signal<readonly HeirChoice[] | null>(null),
  /** The profile that is open; null until it is loaded. */
  profile: signal<ProfileView | null>(null),
  notifications: signal<NotificationsView>(noNotifications),
  /** How the server is doing, for administrators. */
  serverStatus: signal<ServerStatusView>(noServerStatus),
});
