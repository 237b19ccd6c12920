import type { JoinOptions, Welcome } from '../../shared/room/messages.ts';
import type { DocumentService } from '../services/document-service.ts';
import type { SnapshotBroker } from '../services/snapshot-broker.ts';
import type { Admission } from './room-context.ts';

/** What a room needs from the rest of the server. */
export interface RoomServices {
  documents: DocumentService;
  snapshots: SnapshotBroker;
  /** Who the cookie names, and as what they may enter. @throws AppError `not-allowed`, `not-found` */
  admit(options: JoinOptions, cookie: string | undefined): Promise<Admission>;
  describe(universeId: string): Promise<Welcome['universe']>;
  rename(userId: string, name: string): Promise<unknown>;
  newMemberId(): string;
  report(error: unknown, where: string): void;
}
