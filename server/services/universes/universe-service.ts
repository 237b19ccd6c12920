import { randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { universeLimits } from '../../../shared/api/universes/universe.ts';
import type { UniverseFile } from '../../../shared/api/universes/universe-schemas.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { clipText } from '../../../shared/text/normalise.ts';
import { defaultDocument, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Database } from '../../db/database.ts';
import { writeDocument } from '../../db/repositories/documents.ts';
import { keepMoment } from '../../db/repositories/history.ts';
import { copyThumbnail } from '../../db/repositories/thumbnails.ts';
import {
  insertUniverse,
  type NewUniverse,
  selectAllUniversesOf,
  selectUniverse,
  type SharedUniverse,
  type UniversePatch,
  type UniverseRow,
  updateUniverseRow,
} from '../../db/repositories/universes.ts';
import { type Deed, note } from '../accounts/activity-service.ts';
import type { DocumentService } from '../documents/document-service.ts';
import { newId } from '../ids.ts';
import type { Template } from './template-service.ts';

export type { UniverseRow };
export type Universe = SharedUniverse;
export type UniverseService = ReturnType<typeof createUniverseService>;

/** What the owner has decided about roles: of these users, or of all who come by the link. It goes before what was given in a room. */
export interface RoleDecision {
  users: readonly string[];
  link: boolean;
}

/** What stands in the place of a template's id where a universe began from nothing. */
const fromNothing = 'empty';
const seeds = 2 ** 32;

/** What is noted of a change, which its owner alone makes: who may come in, and whether it lies in the bin. */
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
    await keepMoment(tx, id, 0, document, 0);
    if (row.forkedFromId) await copyThumbnail(tx, row.forkedFromId, id);
  });
  return id;
}

/** What universes there are. Who may see or do what is not decided here. */
export function createUniverseService(db: Database, documents: DocumentService) {
  const get = async (id: string): Promise<Universe> => {
    const universe = await selectUniverse(db, id);
    if (!universe) throw refuse('no-universe');
    return universe;
  };

  const create = async (row: UniverseContent, document: UniverseDocument) => get(await insertWith(db, row, document));

  const changes = new EventEmitter<Record<string, [RoleDecision]>>().setMaxListeners(0);

  return {
    /** @throws AppError `not-found` */
    get,

    /** The universe of an id, or null where there is none. */
    find: (id: string): Promise<Universe | null> => selectUniverse(db, id),

    /**
     * Calls back whenever what a universe is has changed, or who has which role in it; what it is now is for the listener to read.
     * Gives the function that ends it.
     */
    onChange(id: string, listener: (decision: RoleDecision) => void): () => void {
      changes.on(id, listener);
      return () => changes.off(id, listener);
    },

    createFromTemplate(ownerId: string, template: Template, name = template.name): Promise<Universe> {
      const { sentence: description, id: templateId, putForward, document } = template;
      return create({ name, description, ownerId, templateId, putForward }, document);
    },

    /** Nothing but one emitter, and everything as it is where nobody has chosen. */
    createEmpty(ownerId: string, name = 'Untitled universe'): Promise<Universe> {
      const document = { ...defaultDocument(), seed: randomInt(seeds), wells: [] };
      return create({ name, description: '', ownerId, templateId: fromNothing }, document);
    },

    createFromFile: (ownerId: string, { name, description, tags, document, putForward }: UniverseFile): Promise<Universe> =>
      create({ name, description, tags, ownerId, putForward }, document),

    /** A universe of one's own that begins as `source` is now, or was. */
    async fork(ownerId: string, source: Universe, name?: string, past?: UniverseDocument): Promise<Universe> {
      const document = past ?? (await documents.load(source.id)).document;
      const { description, templateId, putForward } = source;
      const given = name ?? clipText(`Remix of ${source.name}`, universeLimits.name.max);
      return create({ name: given, description, ownerId, templateId, putForward, forkedFromId: source.id }, document);
    },

    /** Everything that belongs to somebody, also what no list shows. */
    allOf: (ownerId: string): Promise<UniverseRow[]> => selectAllUniversesOf(db, ownerId),

    /** Tells who listens that what these are, or who has which role in them, has changed, or that they are gone. `users` are those whose role the owner has decided. */
    tellChanged(ids: readonly string[], users: readonly string[] = []): void {
      for (const id of ids) changes.emit(id, { users, link: false });
    },

    /** @throws AppError `not-found`, or `changed-meanwhile` where it has come to be at none of `revisions`. */
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
      changes.emit(id, { users: [], link: patch.isPublic !== undefined || patch.linkRole !== undefined });
      return get(id);
    },
  };
}
