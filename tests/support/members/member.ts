import { createRunLog, type RunLog } from '../../../client/app/universe/run-log.ts';
import { createRoomClient, type RoomConnection } from '../../../client/net/room-client.ts';
import type { ConnectionStatus } from '../../../client/common/states.ts';
import type { Edit, UniverseDocument } from '../../../shared/universe/index.ts';

/** A member of a room, by the code of the page itself, without a simulation. */
export interface Member {
  readonly run: RunLog;
  readonly room: RoomConnection;
  readonly status: ConnectionStatus;
  /** Its id in the room; empty before it is let in. */
  readonly id: string;
  /** Its role in the room, as the room has told it last. */
  readonly role: string;
  /** The last message about the connection. */
  readonly sentence: string;
  /** Edits that the room has confirmed: id of the client, and its number of the edit. */
  readonly acknowledged: ReadonlySet<string>;
  /** The epoch of the room that it was let in last; null before. */
  readonly epoch: number | null;
  /** Last confirmed tick. */
  readonly tick: number;
  /** Edits that arrived after their tick was confirmed, and confirmations that went back: neither may happen. */
  readonly faults: readonly string[];
  /** Edits of this member that were rejected. */
  readonly refused: readonly Edit[];
}

export function joinAsMember(
  origin: string,
  cookie: string,
  universeId: string,
  document: UniverseDocument,
  edited: () => void = () => {},
): Member {
  const run = createRunLog(document, () => {});
  let epoch: number | null = null;
  const acknowledged = new Set<string>();
  const faults: string[] = [];
  const refused: Edit[] = [];
  let [status, sentence, tick]: [ConnectionStatus, string, number] = ['connecting', '', 0];
  let [id, role] = ['', ''];
  const room = createRoomClient({ universeId }, { origin, headers: { cookie } });
  room.join({
    known: () => (epoch === null ? null : { epoch, sequence: run.lastSequence }),
    welcome(welcome) {
      if (epoch === welcome.epoch) run.take(welcome.edits);
      else run.begin(welcome.document, welcome.edits);
      epoch = welcome.epoch;
      tick = welcome.tick;
      id = welcome.memberId;
    },
    edits({ edits }) {
      for (const edit of edits) {
        const isNew = edit.sequence > (run.edits.at(-1)?.sequence ?? 0);
        if (isNew && edit.tick <= tick) faults.push(`edit ${edit.sequence} of tick ${edit.tick} came after ${tick} was confirmed`);
        acknowledged.add(`${edit.clientId} ${edit.clientSequence}`);
      }
      run.take(edits);
      edited();
    },
    confirm(message) {
      if (message.tick < tick) faults.push(`tick ${message.tick} was confirmed after ${tick}`);
      tick = message.tick;
    },
    acknowledged() {},
    identify: () => Promise.reject(new Error('The session has ended.')),
    refused: (_message, edit) => void (edit && refused.push(edit)),
    state: ({ members }) => void (role = members.get(id)?.role ?? role),
    status: (next, message) => void ([status, sentence] = [next, message]),
    snapshotRequest() {},
    hashRequest() {},
    comments() {},
    time() {},
    presence() {},
  });
  return {
    run,
    room,
    acknowledged,
    faults,
    refused,
    get status() {
      return status;
    },
    get id() {
      return id;
    },
    get role() {
      return role;
    },
    get sentence() {
      return sentence;
    },
    get epoch() {
      return epoch;
    },
    get tick() {
      return tick;
    },
  };
}
