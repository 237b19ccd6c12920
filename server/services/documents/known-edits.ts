import type { EditRequest } from '../../../shared/room/messages.ts';
import type { DocumentService } from './document-service.ts';
import type { AuthoredEdit } from './authored-edit.ts';

/** The edits that were taken, by client id and client sequence: each is taken once, however often it is sent. */
export function createKnownEdits(universeId: string, documents: Pick<DocumentService, 'clientSequences'>) {
  /** Client id → client sequence → the edit, or null where an earlier run took it. */
  const known = new Map<string, Map<number, AuthoredEdit | null>>();
  return {
    /** Reads the edits that earlier runs took from the clients of these requests. */
    async learn(requests: readonly EditRequest[]): Promise<void> {
      const strangers = [...new Set(requests.map((request) => request.clientId))].filter((clientId) => !known.has(clientId));
      if (strangers.length === 0) return;
      const earlier = await documents.clientSequences(universeId, strangers);
      for (const clientId of strangers) known.set(clientId, new Map());
      for (const { clientId, clientSequence } of earlier) known.get(clientId)!.set(clientSequence, null);
    },

    /** The edit of a request, null where an earlier run took it, undefined where none did. Its client has been learnt. */
    find: ({ clientId, clientSequence }: EditRequest): AuthoredEdit | null | undefined => known.get(clientId)!.get(clientSequence),

    add(entry: AuthoredEdit): void {
      known.get(entry.clientId)!.set(entry.clientSequence, entry);
    },
  };
}
