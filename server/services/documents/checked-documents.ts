import { ZodError } from 'zod';
import { fieldIssues } from '../../../shared/api/field-issues.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { readDocument, type UniverseDocument } from '../../../shared/universe/index.ts';
import { documentIn } from '../../db/repositories/documents/documents.ts';

/** The maximum number of cached documents, at about twenty kilobytes each. */
const maxKept = 1000;

/**
 * Parses documents from the texts of the tables. Each text is validated; a text that has not changed since the last time is not parsed
 * again.
 */
export function createCheckedDocuments() {
  /** By universe, the most recently used last. */
  const kept = new Map<string, { text: string; document: UniverseDocument }>();

  return {
    /** @throws AppError `internal-error` with the fields if the text breaks a rule. */
    of(universeId: string, text: string): UniverseDocument {
      const before = kept.get(universeId);
      const { document } = before?.text === text ? before : { document: frozen(checked(universeId, text)) };
      kept.delete(universeId);
      kept.set(universeId, { text, document });
      if (kept.size > maxKept) kept.delete(kept.keys().next().value!);
      return document;
    },
  };
}

/** Cached documents are shared, so they must not change. */
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
