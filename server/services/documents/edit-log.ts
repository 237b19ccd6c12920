import { AppError } from '../../../shared/api/errors.ts';
import { issueOf } from '../../../shared/refusals/field-issue.ts';
import { refuse, refuseFields } from '../../../shared/refusals/refuse.ts';
import type { EditRequest, EditsMessage } from '../../../shared/room/messages.ts';
import { applyEdit, type LoggedEdit, refuseEdit, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { DocumentService, OpenedUniverse } from './document-service.ts';

/** The tables are brought up to date after so many edits, so that opening a universe stays quick. */
const editsPerCheckpoint = 200;

/** After a commit the next edits are gathered for at most so long. */
const mostGatherMs = 50;

/** Whoever sent an edit: a member of the room, or somebody from outside, whose `memberId` is empty. */
export interface Author {
  memberId: string;
  userId: string;
}

export type AuthoredEdit = EditsMessage['edits'][number];

/** Says why an edit is not wanted any more, on the document that it would change, or null where it is. */
export type EditCondition = (document: UniverseDocument) => AppError | null;

/** What becomes of what was submitted. */
export interface EditLogEvents {
  /** These are committed: everybody may know. */
  committed(edits: AuthoredEdit[]): void;
  refused(author: Author, request: EditRequest, error: AppError): void;
  /** It had been committed before. `logged` is its place in this run, or null where an earlier run took it. */
  repeated(author: Author, request: EditRequest, logged: AuthoredEdit | null): void;
  /**
   * A commit failed, so that nobody knows what the journal holds: the run has to end. What was submitted stays
   * unanswered; whoever sent it sends it again to the next run, which knows what was taken.
   */
  lost(error: AppError): void;
}

/** The authority over one run of a universe: puts edits in order, stamps them, and commits them before anybody hears of them. */
export interface EditLog {
  readonly epoch: number;
  /** What the run began with. */
  readonly firstDocument: UniverseDocument;
  /** With all that is committed. */
  readonly document: UniverseDocument;
  readonly edits: readonly LoggedEdit[];
  /** Lowest tick of an edit that is not committed yet, or Infinity. */
  readonly lowestPendingTick: number;
  /** @returns false where the run was lost, and nothing is taken any more. */
  submit(author: Author, request: EditRequest, condition?: EditCondition): boolean;
  /** Waits for what was submitted, then writes the document to the tables. */
  close(): Promise<void>;
}

export function createEditLog(options: {
  universeId: string;
  opened: OpenedUniverse;
  documents: DocumentService;
  /** First tick that may still be stamped. */
  nextTick(): number;
  /** In how many ms edits are to be committed, where a commit was just made: nobody is told of them sooner than with what comes until then. */
  gatherMs(): number;
  events: EditLogEvents;
}): EditLog {
  const { universeId, documents, events } = options;
  const { epoch, document: firstDocument } = options.opened;
  let { document, sequence } = options.opened;
  let checkpointSequence = sequence;
  let { stored } = options.opened;
  const edits: LoggedEdit[] = [];
  /** Client id → client sequence → the edit, or null where an earlier run took it. */
  const known = new Map<string, Map<number, AuthoredEdit | null>>();
  let waiting: { author: Author; request: EditRequest; condition?: EditCondition }[] = [];
  let lastTick = 0;
  let lowestPendingTick = Infinity;
  let flushing: Promise<void> | null = null;
  let lost = false;
  let closing = false;
  let lastCommitMs = Number.NEGATIVE_INFINITY;

  const learnClients = async (requests: readonly EditRequest[]) => {
    const strangers = [...new Set(requests.map((request) => request.clientId))].filter((clientId) => !known.has(clientId));
    if (strangers.length === 0) return;
    const earlier = await documents.clientSequences(universeId, strangers);
    for (const clientId of strangers) known.set(clientId, new Map());
    for (const { clientId, clientSequence } of earlier) known.get(clientId)!.set(clientSequence, null);
  };

  /** Takes what may be taken of a batch, in order, against the document as the batch itself changes it. */
  const stamp = (batch: typeof waiting) => {
    const stamped: { entry: AuthoredEdit; userId: string }[] = [];
    let next = document;
    for (const { author, request, condition } of batch) {
      const { clientId, clientSequence, edit } = request;
      const before = known.get(clientId)!.get(clientSequence);
      const inBatch = stamped.some(({ entry }) => entry.clientId === clientId && entry.clientSequence === clientSequence);
      if (before !== undefined) events.repeated(author, request, before);
      if (before !== undefined || inBatch) continue;
      const refusal = refuseEdit(next, edit);
      const error = refusal
        ? refuseFields([issueOf(refusal.path, refusal.value, refusal.reason, refusal.params)])
        : (condition?.(next) ?? null);
      if (error) {
        events.refused(author, request, error);
        continue;
      }
      lastTick = Math.max(lastTick, options.nextTick());
      // From here on, for whoever asks while the rest is looked at.
      lowestPendingTick = Math.min(lowestPendingTick, lastTick);
      next = applyEdit(next, edit, lastTick);
      const entry = { sequence: sequence + stamped.length + 1, tick: lastTick, edit, memberId: author.memberId, clientId, clientSequence };
      stamped.push({ entry, userId: author.userId });
    }
    return { stamped, next };
  };

  const commit = async (batch: typeof waiting) => {
    await learnClients(batch.map(({ request }) => request));
    const { stamped, next } = stamp(batch);
    if (stamped.length === 0) return;
    await documents.append(
      universeId,
      epoch,
      stamped.map(({ entry: { sequence, tick, clientId, clientSequence, edit }, userId }) => ({
        sequence,
        tick,
        userId,
        clientId,
        clientSequence,
        edit,
      })),
    );
    document = next;
    sequence += stamped.length;
    for (const { entry } of stamped) {
      known.get(entry.clientId)!.set(entry.clientSequence, entry);
      edits.push({ sequence: entry.sequence, tick: entry.tick, edit: entry.edit });
    }
    events.committed(stamped.map(({ entry }) => entry));
  };

  /** Waits for what else comes, where a commit was just made. */
  const gather = async () => {
    const restMs = Math.min(options.gatherMs(), lastCommitMs + mostGatherMs - performance.now());
    if (restMs > 0 && !closing) await new Promise((resolve) => setTimeout(resolve, restMs));
    lastCommitMs = performance.now();
  };

  const flush = async () => {
    while (waiting.length > 0 && !lost) {
      await gather();
      const batch = waiting;
      waiting = [];
      try {
        await commit(batch);
      } catch (cause) {
        lost = true;
        events.lost(cause instanceof AppError ? cause : refuse('edits-not-saved', {}, { cause }));
      }
      lowestPendingTick = Infinity;
      if (sequence - checkpointSequence >= editsPerCheckpoint) await checkpoint().catch(() => {});
    }
    flushing = null;
  };

  // A checkpoint that fails costs nothing but time at the next opening: the journal has it all.
  const checkpoint = async () => {
    const placed = { document, sequence };
    if (document === stored) await documents.pass(universeId, epoch, sequence);
    else await documents.checkpoint(universeId, epoch, placed, stored);
    checkpointSequence = placed.sequence;
    stored = placed.document;
  };

  return {
    epoch,
    firstDocument,
    get document() {
      return document;
    },
    edits,
    get lowestPendingTick() {
      return lowestPendingTick;
    },
    submit(author, request, condition) {
      if (lost) return false;
      waiting.push({ author, request, condition });
      // What is submitted in one turn is committed together.
      flushing ??= Promise.resolve().then(flush);
      return true;
    },
    async close() {
      closing = true;
      while (flushing) await flushing;
      if (sequence > checkpointSequence && !lost) await checkpoint();
    },
  };
}
