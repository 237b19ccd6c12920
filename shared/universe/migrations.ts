import { defaultParameters, fieldDefaults } from '../parameters/index.ts';
import { documentSchema } from './document-schema.ts';
import { documentVersion, type UniverseDocument } from './document.ts';
import { emitterFields, wellFields } from './entity-fields.ts';
import { refuseNewer } from './newer-version.ts';
import { indifference } from './species.ts';

/** Migrates a document by one version: `migrations[n]` takes version n to n + 1. */
const migrations: Readonly<Record<number, (document: Record<string, unknown>) => Record<string, unknown>>> = {
  // 2: affinities between species, and fields of emitters, wells and parameters whose defaults match the behaviour of version 1.
  1: (document) => ({
    affinities: indifference(),
    ...document,
    version: 2,
    parameters: completed(defaultParameters, document.parameters),
    emitters: listOf(document.emitters).map((emitter) => completed(fieldDefaults(emitterFields), emitter)),
    wells: listOf(document.wells).map((well) => completed(fieldDefaults(wellFields), well)),
  }),
  // 3: custom scales, and wells that listen; the defaults match the behaviour of version 2.
  2: (document) => ({
    ...document,
    version: 3,
    parameters: completed(defaultParameters, document.parameters),
    wells: listOf(document.wells).map((well) => completed(fieldDefaults(wellFields), well)),
  }),
  // 4: storyboards.
  3: (document) => ({ storyboard: null, ...document, version: 4 }),
};

/** Returns the existing fields, and the defaults of the others; anything but an object is left for the schema to refuse. */
const completed = (defaults: object, values: unknown) => (isRecord(values) ? { ...defaults, ...values } : values);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Migrates a value that claims to be a document of any version to the form of the current version. It is not checked. */
export function migrateDocument(stored: unknown): unknown {
  let document = stored;
  while (isVersioned(document) && document.version < documentVersion && Object.hasOwn(migrations, document.version)) {
    document = migrations[document.version]!(document);
  }
  return document;
}

const readSchema = refuseNewer(documentSchema, documentVersion);

/**
 * Reads a document of any version that was ever written, as one of the current version. @throws ZodError when it is not a document, has an
 * unknown version, or breaks a rule of the current one.
 */
export function readDocument(stored: unknown): UniverseDocument {
  return readSchema.parse(migrateDocument(stored));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isVersioned(value: unknown): value is Record<string, unknown> & { version: number } {
  return isRecord(value) && typeof value.version === 'number';
}
