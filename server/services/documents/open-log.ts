import type { AppError } from '../../../shared/api/errors.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { EditRequest } from '../../../shared/room/messages.ts';
import type { UniverseDocument } from '../../../shared/universe/index.ts';
import { editGroupOf } from '../../ops/metrics/edit-group.ts';
import type { Metrics } from '../../ops/metrics/metrics.ts';
import type { DocumentService } from './document-service.ts';
import { createEditLog, type EditLog } from './edit-log.ts';
import type { EditCondition, EditLogEvents } from './authored-edit.ts';

export interface RunOptions {
  /** True for a room, which others must find: the process holds the universe until it is released. */
  keeps: boolean;
  /** Returns the first tick that may still be stamped. */
  nextTick(): number;
  /** Returns the time in ms until edits that directly follow others are handed over to be committed. */
  gatherMs(): number;
  /** Returns the error for a user outside the room whose edit is refused, or null. Called when the edit's turn comes. */
  refusesOutsider(userId: string): AppError | null;
  events: EditLogEvents;
}

/** The parts that all runs of a process share. */
export interface RunFoundation {
  documents: DocumentService;
  metrics: Metrics;
}

/** The log of a run, which also accepts edits of users who are not in the room. */
export interface OpenLog {
  readonly log: EditLog;
  /** Resolves to the document with the edit, once that is committed. @throws the error with which the edit is refused. */
  ask(userId: string, request: EditRequest, condition?: EditCondition): Promise<UniverseDocument>;
}

/** Opens the log of a run. `lost` is called when it no longer accepts edits. @throws as `DocumentService.open` */
export async function openLog(
  { documents, metrics }: RunFoundation,
  universeId: string,
  { keeps, nextTick, gatherMs, refusesOutsider, events }: RunOptions,
  lost: () => void,
): Promise<OpenLog> {
  const asked = new Map<string, { resolve(document: UniverseDocument): void; reject(error: AppError): void }>();
  const settle = (clientId: string, how: (waiting: NonNullable<ReturnType<typeof asked.get>>) => void) => {
    const waiting = asked.get(clientId);
    asked.delete(clientId);
    if (waiting) how(waiting);
  };
  const log = createEditLog({
    universeId,
    opened: await documents.open(universeId, keeps),
    documents,
    nextTick,
    gatherMs,
    events: {
      committed(edits) {
        for (const { clientId, edit } of edits) {
          metrics.edited(editGroupOf(edit), 'committed');
          settle(clientId, ({ resolve }) => resolve(log.document));
        }
        events.committed(edits);
      },
      refused(author, request, error) {
        metrics.edited(editGroupOf(request.edit), 'refused');
        settle(request.clientId, ({ reject }) => reject(error));
        events.refused(author, request, error);
      },
      repeated(author, request, logged) {
        metrics.edited(editGroupOf(request.edit), 'repeated');
        settle(request.clientId, ({ resolve }) => resolve(log.document));
        events.repeated(author, request, logged);
      },
      lost(error) {
        lost();
        for (const clientId of asked.keys()) settle(clientId, ({ reject }) => reject(error));
        events.lost(error);
      },
    },
  });
  return {
    log,
    ask: (userId, request, condition) =>
      new Promise((resolve, reject) => {
        asked.set(request.clientId, { resolve, reject });
        const isWanted: EditCondition = (document) => refusesOutsider(userId) ?? condition?.(document) ?? null;
        if (!log.submit({ memberId: '', userId }, request, isWanted)) {
          settle(request.clientId, () => reject(refuse('run-ended')));
        }
      }),
  };
}
