import { ZodError } from 'zod';
import { fieldIssues } from '../../../shared/api/field-issues.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { readDocument, type UniverseDocument } from '../../../shared/universe/index.ts';
import { documentIn } from '../../db/repositories/documents.ts';

/** So many are kept, at some twenty kilobytes each. */
const mostKept = 1000;

/**
 * Documents out of the texts that the tables give. Each text is checked; one that has been checked before, and has not changed since,
 * is not taken apart again.
 */
export function createCheckedDocuments() {
  /** By universe, the one that was asked for last at the end. */
  const kept = new Map<string, { text: string; document: UniverseDocument }>();

  return {
    /** @throws AppError `internal-error` with the fields where the text breaks a rule. */
    of(universeId: string, text: string): UniverseDocument {
      const before = kept.get(universeId);
      const { document } = before?.text === text ? before : { document: frozen(checked(universeId, text)) };
      kept.delete(universeId);
      kept.set(universeId, { text, document });
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
      return document;
    },
  };
}

/** Many read it: nobody may change it. */
function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) frozen(inner as object);
  }
  return Object.freeze(value);
}

function checked(universeId: string, text: string): UniverseDocument {
  const stored = documentIn(text);
  try {
    return readDocument(stored);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const issues = fieldIssues(error, stored);
    throw refuse('document-damaged', { universe: universeId }, { issues, cause: error });
  }
}
