import { AppError } from '../../../shared/api/errors.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { EditRequest } from '../../../shared/room/messages.ts';
import type { LoggedEdit, UniverseDocument } from '../../../shared/universe/index.ts';
import { createDocumentCheckpoints } from './document-checkpoints.ts';
import type { DocumentService, OpenedUniverse } from './document-service.ts';
import { createEditStamper, type StampedEdit, type Submission } from './edit-stamper.ts';
import { createKnownEdits } from './known-edits.ts';
import type { Author, EditCondition, EditLogEvents } from './authored-edit.ts';

/** After a commit the next edits are gathered for at most so long. */
const maxGatherMs = 50;

/** The authority over one run of a universe: puts edits in order, stamps them, and commits them before any member is told. */
export interface EditLog {
  readonly epoch: number;
  /** The document that the run began with. */
  readonly firstDocument: UniverseDocument;
  /** The document with all edits that are committed. */
  readonly document: UniverseDocument;
  readonly edits: readonly LoggedEdit[];
  /** Lowest tick of an edit that is not committed yet, or Infinity. */
  readonly lowestPendingTick: number;
  /** @returns false where the run was lost, and nothing is taken any more. */
  submit(author: Author, request: EditRequest, condition?: EditCondition): boolean;
  /** Waits for the edits that were submitted, then writes the document to the tables. */
  close(): Promise<void>;
}

export function createEditLog(options: {
  universeId: string;
  opened: OpenedUniverse;
  documents: DocumentService;
  /** First tick that may still be stamped. */
  nextTick(): number;
  /** Time in ms until edits are to be handed over, right after a commit: no member is told of them before the edits that arrive until then. */
  gatherMs(): number;
  events: EditLogEvents;
}): EditLog {
  const { universeId, opened, documents, events } = options;
  const { epoch, document: firstDocument } = opened;
  let { document, sequence } = opened;
  const edits: LoggedEdit[] = [];
  const known = createKnownEdits(universeId, documents);
  const stamper = createEditStamper(options.nextTick, known, events);
  const checkpoints = createDocumentCheckpoints(universeId, opened, documents);
  let waiting: Submission[] = [];
  let flushing: Promise<void> | null = null;
  let lost = false;
  let closing = false;
  const gather = createGather(options.gatherMs);

  const commit = async (batch: readonly Submission[]) => {
    await known.learn(batch.map(({ request }) => request));
    const { stamped, next } = stamper.stamp(batch, document, sequence);
    if (stamped.length === 0) return;
    await documents.append(universeId, epoch, stamped.map(journalEntryOf));
    document = next;
    sequence += stamped.length;
    for (const { entry } of stamped) {
      known.add(entry);
      edits.push({ sequence: entry.sequence, tick: entry.tick, edit: entry.edit });
    }
    events.committed(stamped.map(({ entry }) => entry));
  };

  const flush = async () => {
    while (waiting.length > 0 && !lost) {
      await gather(closing);
      const batch = waiting;
      waiting = [];
      try {
        await commit(batch);
      } catch (cause) {
        lost = true;
        events.lost(cause instanceof AppError ? cause : refuse('edits-not-saved', {}, { cause }));
      }
      stamper.settle();
      if (checkpoints.isDue(sequence)) await checkpoints.write(document, sequence).catch(() => {});
    }
    flushing = null;
  };

  return {
    epoch,
    firstDocument,
    get document() {
      return document;
    },
    edits,
    get lowestPendingTick() {
      return stamper.lowestPendingTick;
    },
    submit(author, request, condition) {
      if (lost) return false;
      waiting.push({ author, request, condition });
      // Edits that are submitted in one turn are committed together.
      flushing ??= Promise.resolve().then(flush);
      return true;
    },
    async close() {
      closing = true;
      while (flushing) await flushing;
      if (checkpoints.isBehind(sequence) && !lost) await checkpoints.write(document, sequence);
    },
  };
}

const journalEntryOf = ({ entry: { sequence, tick, clientId, clientSequence, edit }, userId }: StampedEdit) => ({
  sequence,
  tick,
  userId,
  clientId,
  clientSequence,
  edit,
});

/** Makes a wait for further edits, where a commit was just made; a run that closes does not wait. */
function createGather(gatherMs: () => number): (closing: boolean) => Promise<void> {
  let lastCommitMs = Number.NEGATIVE_INFINITY;
  return async (closing) => {
    const restMs = Math.min(gatherMs(), lastCommitMs + maxGatherMs - performance.now());
    if (restMs > 0 && !closing) await new Promise((resolve) => setTimeout(resolve, restMs));
    lastCommitMs = performance.now();
  };
}
