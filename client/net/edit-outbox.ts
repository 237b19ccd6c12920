import type { EditRequest } from '../../shared/room/messages.ts';
import type { Edit } from '../../shared/universe/index.ts';
import type { Origin, Reversal } from '../../shared/universe/undo/index.ts';

/** Edits on their way to the room: merged while a hand is moving, kept until the room has acknowledged them. */
export interface EditOutbox {
  /** Queues an edit; a change of what is still unsent takes its place there, but for one that takes something back. */
  push(edit: Edit, reversal?: Reversal): void;
  /** Gives out what is to be sent next, at most so many: first what is to be sent again, then what is queued, with its numbers. */
  takeUnsent(most: number): EditRequest[];
  /** What was sent and not yet answered is to be sent again, as after a reconnection. */
  sendAgain(): void;
  /** Everything that the room has not confirmed, in order. */
  pending(): Edit[];
  /** Removes what the room has taken; `clientId` says from where it came. @returns whose edit it is. */
  acknowledge(clientId: string, clientSequence: number): Origin;
  /** Removes a refused edit and gives it back. */
  refuse(clientSequence: number): Edit | null;
  readonly size: number;
  /** How many wait to be given out. */
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

/** One edit that does what `first` and then `second` do, or null where the two must stay apart. */
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
  // Where it goes counts, and not from where.
  if (first.kind === 'playhead.set' && second.kind === 'playhead.set' && second.seconds !== undefined) return second;
  if (first.kind === 'affinities.set' && second.kind === 'affinities.set') {
    const isAgain = (cell: (typeof first.cells)[number]) =>
      second.cells.some(({ of, towards }) => of === cell.of && towards === cell.towards);
    return { kind: 'affinities.set', cells: [...first.cells.filter((cell) => !isAgain(cell)), ...second.cells] };
  }
  return null;
}
