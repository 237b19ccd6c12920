import type { LeftBehind } from '../../shared/api/accounts/left-behind-schemas.ts';
import type { TrashedUniverse } from '../../shared/api/contract/contract.ts';
import type { Invitation, Collaborators } from '../../shared/api/universes/sharing-schemas.ts';
import type { SharedRole } from '../../shared/api/universes/universe.ts';

/** The collaborators of the open universe and their roles, as far as the user may see them. */
export interface CollaboratorsView {
  access: Collaborators | null;
  invitations: readonly Invitation[];
  /** The last created invitation with its path, which can't be shown again. */
  made: { path: string; invitation: Invitation } | null;
  /** A request to the server is pending. */
  pending: boolean;
}

export const noCollaborators: CollaboratorsView = { access: null, invitations: [], made: null, pending: false };

/** The actions on the collaborators of the open universe. */
export type CollaboratorAct =
  | { kind: 'look' }
  | { kind: 'role'; userId: string; role: SharedRole }
  | { kind: 'remove'; userId: string }
  | { kind: 'leave' }
  | { kind: 'invite'; role: SharedRole; days: number; uses: number }
  | { kind: 'take-back'; invitationId: string }
  | { kind: 'give'; userId: string };

/** The user's trash; null until it is loaded. */
export type TrashView = readonly TrashedUniverse[] | null;

export type TrashAct =
  | { kind: 'look' }
  | { kind: 'throw-away' }
  | { kind: 'take-back'; id: string }
  /** Copies a universe that another user deleted. */
  | { kind: 'copy'; id: string; name: string }
  /** Removes what the user wrote about a universe that they can't reach any more. */
  | { kind: 'remove'; one: LeftBehind }
  /** Loads which universes could go to which heirs before the user deletes the account. */
  | { kind: 'heirs' };
