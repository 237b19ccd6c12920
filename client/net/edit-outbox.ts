import type { EditRequest } from '../../shared/room/messages.ts';
import type { Edit } from '../../shared/universe/index.ts';
import type { Origin, Reversal } from '../../shared/universe/undo/index.ts';

/** Edits on their way to the room: merged during a drag, kept until the room acknowledges them. */
export interface EditOutbox {
  /** Queues an edit, or merges it into the last unsent one, except for undo and redo. */
  push(edit: Edit, reversal?: Reversal): void;
  /** Takes the edits to send next, at most `most`: first those to resend, then queued ones, which get their sequence numbers. */
  takeUnsent(most: number): EditRequest[];
  /** Marks every unacknowledged edit for resending, as after a reconnect. */
  sendAgain(): void;
  /** Every edit that the room has not confirmed, in order. */
  pending(): Edit[];
  /** Removes an edit that the room has accepted; `clientId` is its sender. @returns the origin of the edit. */
  acknowledge(clientId: string, clientSequence: number): Origin;
  /** Removes a refused edit and returns it. */
  refuse(clientSequence: number): Edit | null;
  readonly size: number;
  /** The number of edits that wait to be sent. */
  readonly unsent: number;
}

export function createEditOutbox(clientId: string): EditOutbox {
  const unsent: { edit: Edit; reversal?: Reversal }[] = [];
  let nextSequence = 1;
  const sent = new Map<number, { request: EditRequest; reversal?: Reversal }>();
  let again: EditRequest[] = [];

  return {
    push(edit, reversal) {
      const last = unsent.at(-1);
      const merged = last && !last.reversal && !reversal ? mergeEdits(last.edit, edit) : null;
      if (merged) last!.edit = merged;
      else unsent.push({ edit, reversal });
    },
    takeUnsent(most) {
      const taken = again.splice(0, most);
      const fresh = unsent.splice(0, most - taken.length).map(({ edit, reversal }) => {
        const request = { clientId, clientSequence: nextSequence++, edit };
        sent.set(request.clientSequence, { request, reversal });
        return request;
      });
      return [...taken, ...fresh];
    },
    sendAgain() {
      again = [...sent.values()].map(({ request }) => request);
    },
    pending: () => [...[...sent.values()].map(({ request }) => request.edit), ...unsent.map(({ edit }) => edit)],
    acknowledge(fromClientId, clientSequence) {
      if (fromClientId !== clientId) return 'other';
      const reversal = sent.get(clientSequence)?.reversal;
      sent.delete(clientSequence);
      again = again.filter((request) => request.clientSequence !== clientSequence);
      return reversal ?? 'own';
    },
    refuse(clientSequence) {
      const refused = sent.get(clientSequence);
      sent.delete(clientSequence);
      again = again.filter((request) => request.clientSequence !== clientSequence);
      return refused?.request.edit ?? null;
    },
    get size() {
      return unsent.length + sent.size;
    },
    get unsent() {
      return again.length + unsent.length;
    },
  };
}

/** Merges `second` into `first`, or returns null if the two must stay apart. */
export function mergeEdits(first: Edit, second: Edit): Edit | null {
  if (first.kind === 'parameters.set' && second.kind === 'parameters.set') {
    return { kind: 'parameters.set', values: { ...first.values, ...second.values } };
  }
  if (first.kind === 'emitter.set' && second.kind === 'emitter.set' && first.id === second.id) {
    return { ...second, values: { ...first.values, ...second.values } };
  }
  if (first.kind === 'well.set' && second.kind === 'well.set' && first.id === second.id) {
    return { ...second, values: { ...first.values, ...second.values } };
  }
  if (first.kind === 'storyboard.set' && second.kind === 'storyboard.set') {
    return { kind: 'storyboard.set', values: { ...first.values, ...second.values } };
  }
  if (first.kind === 'point.set' && second.kind === 'point.set' && first.id === second.id) {
    return { ...second, values: { ...first.values, ...second.values } };
  }
  // Only the last target counts.
  if (first.kind === 'playhead.set' && second.kind === 'playhead.set' && second.seconds !== undefined) return second;
  if (first.kind === 'affinities.set' && second.kind === 'affinities.set') {
    const isAgain = (cell: (typeof first.cells)[number]) =>
      second.cells.some(({ of, towards }) => of === cell.of && towards === cell.towards);
    return { kind: 'affinities.set', cells: [...first.cells.filter((cell) => !isAgain(cell)), ...second.cells] };
  }
  return null;
}
