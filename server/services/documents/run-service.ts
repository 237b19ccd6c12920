import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/api/errors.ts';
import type { EditRequest } from '../../../shared/room/messages.ts';
import type { Edit, UniverseDocument } from '../../../shared/universe/index.ts';
import type { DocumentService } from './document-service.ts';
import { createEditLog, type EditCondition, type EditLog, type EditLogEvents } from './edit-log.ts';

/** A run that a room has begun. */
export interface Run {
  readonly log: EditLog;
  end(): Promise<void>;
}

interface RunOptions {
  /** First tick that may still be stamped. */
  nextTick(): number;
  /** In how many ms edits are to be committed that come right after others. */
  gatherMs(): number;
  /** Why nothing is taken from a user who is in no room, or null: asked when the turn of their edit comes. */
  refusesOutsider(userId: string): AppError | null;
  events: EditLogEvents;
}

/** The log of a run, which also takes the edits of those who are in no room. */
interface OpenLog {
  readonly log: EditLog;
  /** Resolves to the document with the edit in it, once that is committed. @throws what the edit is refused with. */
  ask(userId: string, request: EditRequest, condition?: EditCondition): Promise<UniverseDocument>;
}

export type RunService = ReturnType<typeof createRunService>;

/** How often an edit from outside is tried where others take the universe meanwhile. */
const mostAttempts = 3;

const visitor: RunOptions = {
  // Nothing moves while nobody is there.
  nextTick: () => 0,
  gatherMs: () => 0,
  refusesOutsider: () => null,
  events: { committed() {}, refused() {}, repeated() {}, lost() {} },
};

/**
 * The runs of this process. All that changes a document goes through the log of a run, be it a hand in a room or a program: the log
 * alone orders, checks and journals. Where a room is open its log takes the edits from outside too; elsewhere a run is opened for them.
 */
export function createRunService(documents: DocumentService) {
  const rooms = new Map<string, Promise<OpenLog>>();
  /** The last run that was opened for an edit from outside, until it has ended. */
  const visits = new Map<string, Promise<void>>();

  const forget = (universeId: string, room: Promise<OpenLog>) => {
    if (rooms.get(universeId) === room) rooms.delete(universeId);
  };

  const open = async (
    universeId: string,
    { nextTick, gatherMs, refusesOutsider, events }: RunOptions,
    lost: () => void,
  ): Promise<OpenLog> => {
    const asked = new Map<string, { resolve(document: UniverseDocument): void; reject(error: AppError): void }>();
    const settle = (clientId: string, how: (waiting: NonNullable<ReturnType<typeof asked.get>>) => void) => {
      const waiting = asked.get(clientId);
      asked.delete(clientId);
      if (waiting) how(waiting);
    };
    const log = createEditLog({
      universeId,
      opened: await documents.open(universeId),
      documents,
      nextTick,
      gatherMs,
      events: {
        committed(edits) {
          for (const { clientId } of edits) settle(clientId, ({ resolve }) => resolve(log.document));
          events.committed(edits);
        },
        refused(author, request, error) {
          settle(request.clientId, ({ reject }) => reject(error));
          events.refused(author, request, error);
        },
        repeated(author, request, logged) {
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
            settle(request.clientId, () => reject(new AppError('conflict', 'This run has ended.')));
          }
        }),
    };
  };

  /** Opens a run for as long as `act` takes, after those before it. */
  const visit = (universeId: string, act: (run: OpenLog) => Promise<UniverseDocument>): Promise<UniverseDocument> => {
    const before = visits.get(universeId) ?? Promise.resolve();
    const result = before.then(async () => {
      const run = await open(universeId, visitor, () => {});
      try {
        return await act(run);
      } finally {
        // The journal has it: a checkpoint that fails costs time at the next opening, and nothing else.
        await run.log.close().catch(() => {});
      }
    });
    const ended = result.then(
      () => {},
      () => {},
    );
    visits.set(universeId, ended);
    void ended.then(() => {
      if (visits.get(universeId) === ended) visits.delete(universeId);
    });
    return result;
  };

  /** Tries where others take the universe meanwhile. @throws AppError `unavailable` where they keep doing so. */
  const persist = async (universeId: string, act: (run: OpenLog) => Promise<UniverseDocument>): Promise<UniverseDocument> => {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      try {
        const room = rooms.get(universeId);
        return await (room ? room.then(act) : visit(universeId, act));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
      }
    }
    throw new AppError('unavailable', 'Others are opening this universe. Try again.');
  };

  return {
    /** Begins the run of a room. @throws as `DocumentService.open`. */
    async begin(universeId: string, options: RunOptions): Promise<Run> {
      const opening = async () => {
        // Whoever opens a run ends the one before: an edit from outside is let through first.
        await visits.get(universeId);
        return open(universeId, options, () => forget(universeId, room));
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
