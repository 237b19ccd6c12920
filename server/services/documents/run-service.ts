import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/api/errors.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { EditRequest } from '../../../shared/room/messages.ts';
import type { Edit, UniverseDocument } from '../../../shared/universe/index.ts';
import type { Metrics } from '../../ops/metrics/metrics.ts';
import type { DocumentService } from './document-service.ts';
import type { EditLog } from './edit-log.ts';
import { type OpenLog, openLog, type RunOptions } from './open-log.ts';
import { createVisits } from './visits.ts';
import type { EditCondition } from './authored-edit.ts';

/** A run that a room has begun. */
export interface Run {
  readonly log: EditLog;
  /** Ends the run. The process still holds the universe, for the next run. */
  end(): Promise<void>;
  /** Lets other processes open the universe, after the end. */
  release(): Promise<void>;
}

export type RunService = ReturnType<typeof createRunService>;

/** The number of attempts for an edit from outside a room if other servers claim the universe meanwhile. */
const maxAttempts = 3;

/**
 * The runs of this process. Every change of a document goes through the log of a run, whether from a room or from the API: only the log
 * orders, checks and journals edits. If a room is open, its log also accepts edits from outside; otherwise a run is opened for them.
 */
export function createRunService(documents: DocumentService, metrics: Metrics) {
  const rooms = new Map<string, Promise<OpenLog>>();
  const foundation = { documents, metrics };
  const visits = createVisits(foundation);

  const forget = (universeId: string, room: Promise<OpenLog>) => {
    if (rooms.get(universeId) === room) rooms.delete(universeId);
  };

  /** Retries if other servers claim the universe meanwhile. @throws AppError `unavailable` if they keep doing so. */
  const persist = async (universeId: string, act: (run: OpenLog) => Promise<UniverseDocument>): Promise<UniverseDocument> => {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
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
    /** Tells whether a room of this process has the universe open. */
    isOpen: (universeId: string): boolean => rooms.has(universeId),

    /** Begins the run of a room. @throws as `DocumentService.open`. */
    async begin(universeId: string, options: Omit<RunOptions, 'keeps'>): Promise<Run> {
      const opening = async () => {
        // A new run ends the one before, so pending edits from outside are committed first.
        await visits.endOf(universeId);
        return openLog(foundation, universeId, { ...options, keeps: true }, () => forget(universeId, room));
      };
      const room = opening();
      rooms.set(universeId, room);
      try {
        const { log } = await room;
        const end = async () => {
          await log.close();
          forget(universeId, room);
        };
        return { log, end, release: () => documents.release(universeId, log.epoch) };
      } catch (error) {
        forget(universeId, room);
        throw error;
      }
    },

    /**
     * Makes an edit for a user who is not in the room: it is ordered, journalled, and sent to the members. @returns the document with it.
     * @throws AppError the error with which it is refused, `not-found`, or `unavailable` if other servers keep claiming the universe.
     */
    async edit(universeId: string, userId: string, edit: Edit, condition?: EditCondition): Promise<UniverseDocument> {
      // Each attempt sends the same request, so that it is never applied twice.
      const request: EditRequest = { clientId: randomUUID(), clientSequence: 1, edit };
      return persist(universeId, (run) => run.ask(userId, request, condition));
    },

    /** Like `edit` for several edits that belong together: they get the same tick and are committed at once. At least one. */
    async editAll(universeId: string, userId: string, edits: readonly Edit[]): Promise<UniverseDocument> {
      const requests = edits.map((edit): EditRequest => ({ clientId: randomUUID(), clientSequence: 1, edit }));
      return persist(universeId, async (run) => {
        const answers = await Promise.all(requests.map((request) => run.ask(userId, request)));
        return answers.at(-1)!;
      });
    },
  };
}
