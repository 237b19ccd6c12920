import type { LeftBehind } from '../../shared/api/accounts/left-behind-schemas.ts';
import type { Binned } from '../../shared/api/contract/contract.ts';
import type { Invitation, People } from '../../shared/api/universes/sharing-schemas.ts';
import type { SharedRole } from '../../shared/api/universes/universe.ts';

/** Who has which role in the open universe, as far as one may know. */
export interface PeopleView {
  people: People | null;
  invitations: readonly Invitation[];
  /** The path of the invitation that was made last: nobody can be told of it again. */
  made: { path: string; invitation: Invitation } | null;
  /** The server is being asked for something. */
  pending: boolean;
}

export const noPeople: PeopleView = { people: null, invitations: [], made: null, pending: false };

/** Everything that can be wanted of the people of the open universe. */
export type PeopleAct =
  | { kind: 'look' }
  | { kind: 'role'; userId: string; role: SharedRole }
  | { kind: 'remove'; userId: string }
  | { kind: 'leave' }
  | { kind: 'invite'; role: SharedRole; days: number; uses: number }
  | { kind: 'take-back'; invitationId: string }
  | { kind: 'give'; userId: string };

/** What lies in one's bin; null until it was looked at. */
export type BinView = readonly Binned[] | null;

export type BinAct =
  | { kind: 'look' }
  | { kind: 'throw-away' }
  | { kind: 'take-back'; id: string }
  /** Of what others have deleted. */
  | { kind: 'copy'; id: string; name: string }
  /** Takes away what one has said of a universe that is out of reach. */
  | { kind: 'remove'; one: LeftBehind }
  /** Looks what could be given to whom before one leaves. */
  | { kind: 'heirs' };
