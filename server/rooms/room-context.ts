import type { AppError } from '../../shared/api/errors.ts';
import type { MemberState, UniverseState } from '../../shared/room/state.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import type { EditLog } from '../services/documents/edit-log.ts';
import type { SnapshotDesk } from './run/snapshot-desk.ts';
import type { DivergenceWatch } from './run/divergence.ts';
import type { Rights } from './members/rights.ts';
import type { RoomClient } from './members/room-client.ts';
import type { DecisionKeeper } from './presence/decision-keeper.ts';
import type { RoomPresence } from './presence/room-presence-contract.ts';

/** The part of a room that message handlers may use. */
export interface RoomContext {
  readonly state: UniverseState;
  readonly log: EditLog;
  readonly divergence: DivergenceWatch;
  readonly gathering: RoomPresence;
  readonly rights: Rights;
  readonly decisions: Pick<DecisionKeeper, 'keep'>;
  readonly snapshots: Pick<SnapshotDesk, 'hear'>;
  readonly universeId: string;
  readonly metrics: Metrics;
  /** Last tick that may be simulated. */
  readonly confirmedTick: number;
  /** Time since the run began, and the delay behind it of all members but spectators. */
  readonly time: { roomMs: number; delayMs: number };
  memberOf(client: RoomClient): MemberState | undefined;
  clientOf(memberId: string): RoomClient | undefined;
  setPlaying(playing: boolean): void;
  welcome(client: RoomClient): Promise<void>;
  /** Sends the whole edit log of the run. */
  tellLog(client: RoomClient): void;
  refuse(client: RoomClient, clientSequence: number | null, error: AppError): void;
  rename(client: RoomClient, name: string): Promise<void>;
  /** Closes the connection of a client that exceeds its message budget. */
  dismiss(client: RoomClient): void;
}
