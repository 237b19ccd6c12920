import type { AppError } from '../../../shared/api/errors.ts';
import { issueOf } from '../../../shared/refusals/field-issue.ts';
import { refuseFields } from '../../../shared/refusals/refuse.ts';
import type { EditRequest } from '../../../shared/room/messages.ts';
import { applyEdit, type Edit, refuseEdit, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { createKnownEdits } from './known-edits.ts';
import type { Author, AuthoredEdit, EditCondition, EditLogEvents } from './authored-edit.ts';

/** An edit as it was submitted. */
export interface Submission {
  author: Author;
  request: EditRequest;
  condition?: EditCondition;
}

/** An edit with its place in the run. */
export interface StampedEdit {
  entry: AuthoredEdit;
  userId: string;
}

const refusalOf = (document: UniverseDocument, edit: Edit, condition: EditCondition | undefined): AppError | null => {
  const refusal = refuseEdit(document, edit);
  return refusal ? refuseFields([issueOf(refusal.path, refusal.value, refusal.reason, refusal.params)]) : (condition?.(document) ?? null);
};

/** Gives edits their sequence and tick, and refuses those that do not fit the document. `nextTick`: first tick that may still be stamped. */
export function createEditStamper(
  nextTick: () => number,
  known: ReturnType<typeof createKnownEdits>,
  events: Pick<EditLogEvents, 'refused' | 'repeated'>,
) {
  let lastTick = 0;
  let minPendingTick = Infinity;
  return {
    /** Lowest tick of an edit that is not committed yet, or Infinity. */
    get lowestPendingTick(): number {
      return minPendingTick;
    },

    /** Stamps a batch in order, against the document as the batch itself changes it; `sequence` is that of the edit before. */
    stamp(batch: readonly Submission[], document: UniverseDocument, sequence: number): { stamped: StampedEdit[]; next: UniverseDocument } {
      const stamped: StampedEdit[] = [];
      let next = document;
      for (const { author, request, condition } of batch) {
        const { clientId, clientSequence, edit } = request;
        const before = known.find(request);
        const inBatch = stamped.some(({ entry }) => entry.clientId === clientId && entry.clientSequence === clientSequence);
        if (before !== undefined) events.repeated(author, request, before);
        if (before !== undefined || inBatch) continue;
        const error = refusalOf(next, edit, condition);
        if (error) {
          events.refused(author, request, error);
          continue;
        }
        lastTick = Math.max(lastTick, nextTick());
        // From here on, for callers that ask while the rest of the batch is stamped.
        minPendingTick = Math.min(minPendingTick, lastTick);
        next = applyEdit(next, edit, lastTick);
        const entry = {
          sequence: sequence + stamped.length + 1,
          tick: lastTick,
          edit,
          memberId: author.memberId,
          clientId,
          clientSequence,
        };
        stamped.push({ entry, userId: author.userId });
      }
      return { stamped, next };
    },

    /** No stamped edit waits for its commit any more. */
    settle(): void {
      minPendingTick = Infinity;
    },
  };
}
