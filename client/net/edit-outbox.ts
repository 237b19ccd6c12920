import type { EditRequest } from '../../shared/room/messages.ts';
import type { Edit } from '../../shared/universe/index.ts';

/** Edits on their way to the room: merged while a hand is moving, kept until the room has acknowledged them. */
export interface EditOutbox {
  /** Queues an edit; a change of what is still unsent takes its place there. */
  push(edit: Edit): void;
  /** Numbers all that is queued and gives it out to be sent. */
  takeUnsent(): EditRequest[];
  /** What was sent and not yet answered, oldest first: to be sent again after a reconnection. */
  unacknowledged(): EditRequest[];
  /** Everything that the room has not confirmed, in order. */
  pending(): Edit[];
  /** Removes what the room has taken; `clientId` says from where it came. */
  acknowledge(clientId: string, clientSequence: number): void;
  /** Removes a refused edit and gives it back. */
  refuse(clientSequence: number): Edit | null;
  readonly size: number;
}

export function createEditOutbox(clientId: string): EditOutbox {
  let unsent: Edit[] = [];
  let nextSequence = 1;
  const sent = new Map<number, EditRequest>();

  return {
    push(edit) {
      const last = unsent.length - 1;
      const merged = last < 0 ? null : mergeEdits(unsent[last], edit);
      if (merged) unsent[last] = merged;
      else unsent.push(edit);
    },
    takeUnsent() {
      const requests = unsent.map((edit) => ({ clientId, clientSequence: nextSequence++, edit }));
      unsent = [];
      for (const request of requests) sent.set(request.clientSequence, request);
      return requests;
    },
    unacknowledged: () => [...sent.values()],
    pending: () => [...[...sent.values()].map((request) => request.edit), ...unsent],
    acknowledge(fromClientId, clientSequence) {
      if (fromClientId === clientId) sent.delete(clientSequence);
    },
    refuse(clientSequence) {
      const request = sent.get(clientSequence);
      sent.delete(clientSequence);
      return request?.edit ?? null;
    },
    get size() {
      return unsent.length + sent.size;
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
  if (first.kind === 'affinities.set' && second.kind === 'affinities.set') {
    const isAgain = (cell: (typeof first.cells)[number]) =>
      second.cells.some(({ of, towards }) => of === cell.of && towards === cell.towards);
    return { kind: 'affinities.set', cells: [...first.cells.filter((cell) => !isAgain(cell)), ...second.cells] };
  }
  return null;
}
