import { randomInt } from 'node:crypto';
import { universeLimits } from '../../../shared/api/universes/universe.ts';
import type { UniverseFile } from '../../../shared/api/universes/universe-schemas.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { clipText } from '../../../shared/text/normalise.ts';
import { defaultDocument, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Database } from '../../db/database.ts';
import { writeDocument } from '../../db/repositories/documents/documents.ts';
import { insertCheckpoint } from '../../db/repositories/documents/history.ts';
import { copyThumbnail } from '../../db/repositories/universes/thumbnails.ts';
import {
  insertUniverse,
  type NewUniverse,
  selectAllUniversesOf,
  selectUniverse,
  type SharedUniverse,
  type UniversePatch,
  type UniverseRow,
  updateUniverseRow,
} from '../../db/repositories/universes/universes.ts';
import type { ServerEvents } from '../../ops/events/server-events.ts';
import { type Deed, note } from '../accounts/audit-log-service.ts';
import type { DocumentService } from '../documents/document-service.ts';
import { newId } from '../ids.ts';
import type { Template } from './template-service.ts';

export type { UniverseRow };
export type Universe = SharedUniverse;
export type UniverseService = ReturnType<typeof createUniverseService>;

/**
 * The owner's latest decision about roles: of these users, or of the link role. It takes precedence over roles that were given in a room.
 */
export interface RoleDecision {
  users: readonly string[];
  link: boolean;
}

/** Replaces the template id if a universe began empty. */
const fromNothing = 'empty';
const seeds = 2 ** 32;

/** Returns the audit log entries of a change by the owner: of visibility, or of deletion and restoring. */
function deedsOf({ isPublic, linkRole, deletedAt }: UniversePatch): Pick<Deed, 'kind' | 'detail'>[] {
  const deeds: Pick<Deed, 'kind' | 'detail'>[] = [];
  if (isPublic !== undefined) deeds.push({ kind: 'visibility-changed', detail: isPublic ? 'public' : 'private' });
  if (linkRole !== undefined) deeds.push({ kind: 'visibility-changed', detail: linkRole });
  if (deletedAt !== undefined) deeds.push({ kind: deletedAt === null ? 'universe-restored' : 'universe-deleted' });
  return deeds;
}

type UniverseContent = Pick<NewUniverse, 'name' | 'description' | 'tags' | 'ownerId' | 'templateId' | 'forkedFromId' | 'putForward'>;

/** Stores a universe with its document. @returns its id */
async function insertWith(db: Database, row: UniverseContent, document: UniverseDocument): Promise<string> {
  const id = newId(10);
  await db.transaction(async (tx) => {
    await insertUniverse(tx, { ...row, id, seed: document.seed, documentVersion: document.version });
    await writeDocument(tx, id, document, null);
    await insertCheckpoint(tx, id, { document, sequence: 0 }, { apart: 0, epoch: 0 });
    if (row.forkedFromId) await copyThumbnail(tx, row.forkedFromId, id);
  });
  return id;
}

/** Universes. Callers check the rights. */
export function createUniverseService(db: Database, documents: DocumentService, events: Pick<ServerEvents, 'tell' | 'on'>) {
  const get = async (id: string): Promise<Universe> => {
    const universe = await selectUniverse(db, id);
    if (!universe) throw refuse('no-universe');
    return universe;
  };

  const create = async (row: UniverseContent, document: UniverseDocument) => get(await insertWith(db, row, document));

  return {
    /** @throws AppError `not-found` */
    get,

    /** Returns a universe, or null if there is none. */
    find: (id: string): Promise<Universe | null> => selectUniverse(db, id),

    /**
     * Calls the listener after each change of the universe or of its roles, by any process; the listener reads the new state itself.
     * Returns the function that unsubscribes.
     */
    onChange: (id: string, listener: (decision: RoleDecision) => void): (() => void) => events.on('universe-changed', listener, id),

    createFromTemplate(ownerId: string, template: Template, name = template.name): Promise<Universe> {
      const { sentence: description, id: templateId, putForward, document } = template;
      return create({ name, description, ownerId, templateId, putForward }, document);
    },

    /** Creates a universe with a single emitter and default values. */
    createEmpty(ownerId: string, name = 'Untitled universe'): Promise<Universe> {
      const document = { ...defaultDocument(), seed: randomInt(seeds), wells: [] };
      return create({ name, description: '', ownerId, templateId: fromNothing }, document);
    },

    createFromFile: (ownerId: string, { name, description, tags, document, putForward }: UniverseFile): Promise<Universe> =>
      create({ name, description, tags, ownerId, putForward }, document),

    /** Creates a universe that begins with the present or a past document of `source`. */
    async fork(ownerId: string, source: Universe, name?: string, past?: UniverseDocument): Promise<Universe> {
      const document = past ?? (await documents.load(source.id)).document;
      const { description, templateId, putForward } = source;
      const given = name ?? clipText(`Remix of ${source.name}`, universeLimits.name.max);
      return create({ name: given, description, ownerId, templateId, putForward, forkedFromId: source.id }, document);
    },

    /** Returns all universes of a user, including those that no list shows. */
    allOf: (ownerId: string): Promise<UniverseRow[]> => selectAllUniversesOf(db, ownerId),

    /**
     * Notifies listeners that these universes or their roles changed, or that they were deleted. `users` are those whose role the owner
     * decided.
     */
    tellChanged(ids: readonly string[], users: readonly string[] = []): void {
      for (const universeId of ids) events.tell('universe-changed', { universeId, users: [...users], link: false, lists: true });
    },

    /** @throws AppError `not-found`, or `changed-meanwhile` if its revision is none of `revisions`. */
    async update(id: string, patch: UniversePatch, revisions?: readonly number[]): Promise<Universe> {
      const isDone = await db.transaction(async (tx) => {
        const ownerId = await updateUniverseRow(tx, id, patch, revisions);
        if (ownerId !== null) for (const deed of deedsOf(patch)) await note(tx, { ...deed, userId: ownerId, universeId: id });
        return ownerId !== null;
      });
      if (!isDone) {
        await get(id);
        throw refuse('changed-since');
      }
      const link = patch.isPublic !== undefined || patch.linkRole !== undefined;
      events.tell('universe-changed', { universeId: id, users: [], link, lists: link || patch.deletedAt !== undefined });
      return get(id);
    },
  };
}
