import type { AppError } from '../../shared/api/errors.ts';
import type { MemberState, UniverseState } from '../../shared/room/state.ts';
import type { EditLog } from '../services/documents/edit-log.ts';
import type { DivergenceWatch } from './run/divergence.ts';
import type { Gathering } from './gathering/gathering.ts';
import type { Rights } from './members/rights.ts';
import type { RoomClient } from './members/room-client.ts';

/** What a message handler may touch. */
export interface RoomContext {
  readonly state: UniverseState;
  readonly log: EditLog;
  readonly divergence: DivergenceWatch;
  readonly gathering: Gathering;
  readonly rights: Rights;
  readonly universeId: string;
  /** Last tick that may be simulated. */
  readonly confirmedTick: number;
  /** What has passed since the run began, and how far behind that all who play stay. */
  readonly time: { roomMs: number; delayMs: number };
  memberOf(client: RoomClient): MemberState | undefined;
  clientOf(memberId: string): RoomClient | undefined;
  /** A member says what they have computed of a tick. */
  hearHash(memberId: string, tick: number, hash: string): void;
  setPlaying(playing: boolean): void;
  welcome(client: RoomClient): Promise<void>;
  /** Tells all that has happened in the run. */
  tellLog(client: RoomClient): void;
  refuse(client: RoomClient, clientSequence: number | null, error: AppError): void;
  rename(client: RoomClient, name: string): Promise<void>;
  /** Closes the connection of somebody who sends more than is taken. */
  dismiss(client: RoomClient): void;
}
