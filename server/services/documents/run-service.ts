import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/api/errors.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { EditRequest } from '../../../shared/room/messages.ts';
import type { Edit, UniverseDocument } from '../../../shared/universe/index.ts';
import type { DocumentService } from './document-service.ts';
import type { EditCondition, EditLog } from './edit-log.ts';
import { type OpenLog, openLog, type RunOptions } from './open-log.ts';
import { createVisits } from './visits.ts';

/** A run that a room has begun. */
export interface Run {
  readonly log: EditLog;
  end(): Promise<void>;
}

export type RunService = ReturnType<typeof createRunService>;

/** How often an edit from outside is tried where others take the universe meanwhile. */
const mostAttempts = 3;

/**
 * The runs of this process. All that changes a document goes through the log of a run, be it a hand in a room or a program: the log
 * alone orders, checks and journals. Where a room is open its log takes the edits from outside too; elsewhere a run is opened for them.
 */
export function createRunService(documents: DocumentService) {
  const rooms = new Map<string, Promise<OpenLog>>();
  const visits = createVisits(documents);

  const forget = (universeId: string, room: Promise<OpenLog>) => {
    if (rooms.get(universeId) === room) rooms.delete(universeId);
  };

  /** Tries where others take the universe meanwhile. @throws AppError `unavailable` where they keep doing so. */
  const persist = async (universeId: string, act: (run: OpenLog) => Promise<UniverseDocument>): Promise<UniverseDocument> => {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      try {
        const room = rooms.get(universeId);
        return await (room ? room.then(act) : visits.visit(universeId, act));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
      }
    }
    throw refuse('run-starting');
  };

  return {
    /** Begins the run of a room. @throws as `DocumentService.open`. */
    async begin(universeId: string, options: RunOptions): Promise<Run> {
      const opening = async () => {
        // Whoever opens a run ends the one before: an edit from outside is let through first.
        await visits.endOf(universeId);
        return openLog(documents, universeId, options, () => forget(universeId, room));
      };
      const room = opening();
      rooms.set(universeId, room);
      try {
        const { log } = await room;
        const end = async () => {
          await log.close();
          forget(universeId, room);
        };
        return { log, end };
      } catch (error) {
        forget(universeId, room);
        throw error;
      }
    },

    /**
     * An edit of somebody who is in no room: ordered, journalled, and told to whoever is. @returns the document with it.
     * @throws AppError what it is refused with, `not-found`, or `unavailable` where others keep taking the universe.
     */
    async edit(universeId: string, userId: string, edit: Edit, condition?: EditCondition): Promise<UniverseDocument> {
      // The same for each attempt, so that it is never taken twice.
      const request: EditRequest = { clientId: randomUUID(), clientSequence: 1, edit };
      return persist(universeId, (run) => run.ask(userId, request, condition));
    },

    /** The same for some that belong together: they have the same tick, and are committed at once. At least one. */
    async editAll(universeId: string, userId: string, edits: readonly Edit[]): Promise<UniverseDocument> {
      const requests = edits.map((edit): EditRequest => ({ clientId: randomUUID(), clientSequence: 1, edit }));
      return persist(universeId, async (run) => {
        const answers = await Promise.all(requests.map((request) => run.ask(userId, request)));
        return answers.at(-1)!;
      });
    },
  };
}
