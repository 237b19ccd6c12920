import type { TalkCounts } from '../../shared/api/comment-schemas.ts';
import type { JoinOptions, MemberRole, Welcome } from '../../shared/room/messages.ts';
import type { RunService } from '../services/run-service.ts';
import type { SnapshotBroker } from '../services/snapshot-broker.ts';
import type { Universe } from '../services/universe-service.ts';
import type { RoomRules } from './gathering/gathering.ts';
import type { Admission } from './room-context.ts';

/** What a room needs from the rest of the server. */
export interface RoomServices {
  runs: RunService;
  snapshots: SnapshotBroker;
  /** Who the cookie names, and as what they may enter. @throws AppError `not-allowed`, `not-found` */
  admit(options: JoinOptions, cookie: string | undefined): Promise<Admission>;
  /** What somebody who was let in is after the universe has changed, or null where it is hidden from them now. */
  roleAfter(change: Universe, admission: Admission): MemberRole | null;
  /** Calls back when what a universe is was changed; gives the function that ends it. */
  onChange(universeId: string, listener: (universe: Universe) => void): () => void;
  /** Calls back whenever what is said of a universe has changed; gives the function that ends it. */
  onTalk(universeId: string, listener: (counts: TalkCounts) => void): () => void;
  /** Calls back with the id of a user some of whose sessions were ended; gives the function that ends it. */
  onRevoke(listener: (userId: string) => void): () => void;
  /** What holds in the room of a universe. */
  rulesOf(universeId: string): Promise<RoomRules>;
  describe(universeId: string): Promise<Welcome['universe']>;
  rename(userId: string, name: string): Promise<unknown>;
  newMemberId(): string;
  /** A run older than this is given to a newcomer as a snapshot, or begun anew where nobody is in it. */
  longReplayTicks: number;
  report(error: unknown, where: string): void;
}
