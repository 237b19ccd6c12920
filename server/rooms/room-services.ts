import type { TalkCounts } from '../../shared/api/feedback/comment-schemas.ts';
import type { JoinOptions, MemberRole, Welcome } from '../../shared/room/messages.ts';
import type { RunService } from '../services/documents/run-service.ts';
import type { SnapshotBroker } from '../services/documents/snapshot-broker.ts';
import type { RoleDecision, Universe } from '../services/universes/universe-service.ts';
import type { Admission } from './members/room-client.ts';

/** What a room needs from the rest of the server. */
export interface RoomServices {
  runs: RunService;
  snapshots: SnapshotBroker;
  /** Who the cookie names, and as what they may enter. @throws AppError `not-allowed`, `not-found` */
  admit(options: JoinOptions, cookie: string | undefined): Promise<Admission>;
  /** What somebody is in a universe by what is stored of it, or null where it is hidden from them. */
  storedRoleOf(universe: Universe, who: Pick<Admission, 'userId' | 'isKnown' | 'asked'>): MemberRole | null;
  /** Calls back when what a universe is was changed, with what was decided about roles; gives the function that ends it. */
  onChange(universeId: string, listener: (decision: RoleDecision) => void): () => void;
  /** Calls back whenever what is said of a universe has changed; gives the function that ends it. */
  onTalk(universeId: string, listener: (counts: TalkCounts) => void): () => void;
  /** Calls back with the id of a user some of whose sessions were ended; gives the function that ends it. */
  onRevoke(listener: (userId: string) => void): () => void;
  /** @throws AppError `not-found` */
  get(universeId: string): Promise<Universe>;
  /** The universe of an id, or null where it is gone. */
  find(universeId: string): Promise<Universe | null>;
  describe(universeId: string): Promise<Welcome['universe']>;
  /** @throws AppError `not-found` for somebody without an identity */
  rename(who: Pick<Admission, 'userId' | 'isKnown'>, name: string): Promise<unknown>;
  newMemberId(): string;
  /** A run older than this is given to a newcomer as a snapshot, or begun anew where nobody is in it. */
  longReplayTicks: number;
  report(error: unknown, where: string): void;
  /** Tells operators of a member who tries what they may not. */
  noteRefusal(userId: string, universeId: string, reason: string): void;
}
