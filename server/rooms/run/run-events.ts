import type { AppError } from '../../../shared/api/errors.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomContext } from '../room-context.ts';
import type { Standing } from './announcer.ts';
import type { AuthoredEdit, EditLogEvents } from '../../services/documents/authored-edit.ts';

/** The part of a room that handles events of a run. */
interface Audience extends Pick<RoomContext, 'clientOf' | 'refuse'> {
  readonly standing: Standing;
  /** Sends everything that has happened until now. */
  tellAll(): void;
  announce(edits: AuthoredEdit[]): void;
  /** Closes the room, since the content of the journal is unknown. */
  lose(error: AppError): void;
}

/** Returns the handlers for the outcome of submitted edits. */
export function runEventsOf(room: Audience): EditLogEvents {
  const toAuthor = (memberId: string, tell: (client: RoomClient) => void) => {
    const client = room.clientOf(memberId);
    if (client) tell(client);
  };
  return {
    committed: (edits) => room.announce(edits),
    refused({ memberId }, { clientSequence }, error) {
      toAuthor(memberId, (client) => room.refuse(client, clientSequence, error));
    },
    repeated({ memberId }, { clientId, clientSequence }, logged) {
      // Everything before it is sent before it.
      room.tellAll();
      toAuthor(memberId, (client) => {
        if (logged) client.send('edits', { edits: [logged], ...room.standing });
        else client.send('acknowledged', { clientId, clientSequences: [clientSequence] });
      });
    },
    lost: (error) => room.lose(error),
  };
}
