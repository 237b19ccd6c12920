import { documentSchema } from './document-schema.ts';
import { documentVersion, type UniverseDocument } from './document.ts';

/** Lifts a document by one version: `migrations[n]` takes version n to n + 1. */
const migrations: Readonly<Record<number, (document: Record<string, unknown>) => Record<string, unknown>>> = {};

/**
 * A document of any version we ever wrote, as one of the present version.
 * @throws ZodError where it is not a document, names a version we do not know, or breaks a rule of the present one.
 */
export function readDocument(stored: unknown): UniverseDocument {
  let document = stored;
  while (isVersioned(document) && document.version < documentVersion && migrations[document.version]) {
    document = migrations[document.version]!(document);
  }
  return documentSchema.parse(document);
}

function isVersioned(value: unknown): value is Record<string, unknown> & { version: number } {
  return typeof value === 'object' && value !== null && typeof (value as { version?: unknown }).version === 'number';
}
