import type { CommentCounts } from '../../shared/api/feedback/comment-schemas.ts';
import type { JoinOptions, MemberRole, Welcome } from '../../shared/room/messages.ts';
import type { Identity } from '../auth/identity-contract.ts';
import type { Logger } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import type { RunService } from '../services/documents/run-service.ts';
import type { SnapshotBroker } from '../services/documents/snapshot-broker.ts';
import type { RoomDecisionService } from '../services/universes/room-decision-service.ts';
import type { RoleDecision, Universe } from '../services/universes/universe-service.ts';
import type { Admission } from './members/room-client.ts';

/** Services that a room uses. */
export interface RoomServices {
  runs: RunService;
  /** Calls the listener when this process may have lost universes to others. */
  onLapsed(listener: () => void): void;
  /** Returns those of the universes that this process still holds. */
  held(universeIds: readonly string[]): Promise<ReadonlySet<string>>;
  snapshots: SnapshotBroker;
  decisions: RoomDecisionService;
  /** True while the process stops: its rooms go on elsewhere. */
  isStopping(): boolean;
  /** Returns the user of the cookie and their role in the room. @throws AppError `not-allowed`, `not-found` */
  admit(options: JoinOptions, cookie: string | undefined): Promise<Admission>;
  /** Returns the stored role of a user in a universe, or null if it is hidden from them. */
  storedRoleOf(universe: Universe, who: Pick<Admission, 'userId' | 'isKnown' | 'asked'>): MemberRole | null;
  /**
   * Calls the listener when the description or the sharing of a universe changes, with the decision about roles. Returns the function that
   * removes it.
   */
  onChange(universeId: string, listener: (decision: RoleDecision) => void): () => void;
  /** Calls the listener when the comment counts of a universe change. Returns the function that removes it. */
  onCommentCounts(universeId: string, listener: (counts: CommentCounts) => void): () => void;
  /** Calls the listener with the id of a user when sessions of theirs end. Returns the function that removes it. */
  onRevoke(listener: (userId: string) => void): () => void;
  /** Calls the listener when events of other processes may have been lost. Returns the function that removes it. */
  onMissed(listener: () => void): () => void;
  /** Returns those of these sessions that have ended. */
  endedAmong: Identity['endedAmong'];
  /** Time after which a room reads the rights of its members again, in ms; null where there is no other process whose events may be lost. */
  recheckMs: number | null;
  /** Returns a universe. @throws AppError `not-found` */
  get(universeId: string): Promise<Universe>;
  /** Returns a universe, or null if it does not exist. */
  find(universeId: string): Promise<Universe | null>;
  describe(universeId: string): Promise<Welcome['universe']>;
  /** Changes the name of a user. @throws AppError `not-found` for a spectator without an identity */
  rename(who: Pick<Admission, 'userId' | 'isKnown'>, name: string): Promise<unknown>;
  newMemberId(): string;
  /** A newcomer to a run older than this gets a snapshot, or a new run if the room is empty. */
  longReplayTicks: number;
  report(error: unknown, where: string): void;
  /** Logs an attempt of a member to do what is not allowed, for operators. */
  noteRefusal(userId: string, universeId: string, reason: string): void;
  metrics: Metrics;
  log: Logger;
}
