import { EventEmitter } from 'node:events';
import { AppError } from '../../shared/api/errors.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import type { Database } from '../db/database.ts';
import { writeDocument } from '../db/repositories/documents.ts';
import {
  insertUniverse,
  type NewUniverse,
  selectPublicUniverses,
  selectUniverse,
  selectUniversesOf,
  type UniverseRow,
  updateUniverseRow,
} from '../db/repositories/universes.ts';
import type { DocumentService } from './document-service.ts';
import { newId } from './ids.ts';
import type { TemplateService } from './template-service.ts';

export type Universe = UniverseRow;
export type UniverseService = ReturnType<typeof createUniverseService>;

const mostOwn = 100;
const mostRecent = 24;
const longestName = 100;

/** What universes there are. Who may see or do what is not decided here. */
export function createUniverseService(db: Database, documents: DocumentService, templates: TemplateService) {
  const get = async (id: string): Promise<Universe> => {
    const universe = await selectUniverse(db, id);
    if (!universe) throw new AppError('not-found', 'There is no such universe.');
    return universe;
  };

  const create = async (
    row: Pick<NewUniverse, 'name' | 'description' | 'ownerId' | 'templateId' | 'forkedFromId'>,
    document: UniverseDocument,
  ) => {
    const id = newId(10);
    await db.transaction(async (tx) => {
      await insertUniverse(tx, { ...row, id, seed: document.seed, documentVersion: document.version });
      await writeDocument(tx, id, document);
    });
    return get(id);
  };

  const changes = new EventEmitter<Record<string, [Universe]>>().setMaxListeners(0);

  return {
    /** @throws AppError `not-found` */
    get,

    /** Calls back after each `update` of a universe; gives the function that ends it. */
    onChange(id: string, listener: (universe: Universe) => void): () => void {
      changes.on(id, listener);
      return () => changes.off(id, listener);
    },

    /** @throws AppError `not-found` where there is no such template. */
    async createFromTemplate(ownerId: string, templateId: string, name?: string): Promise<Universe> {
      const template = await templates.get(templateId);
      return create({ name: name ?? template.name, description: template.sentence, ownerId, templateId }, template.document);
    },

    /** A universe of one's own that begins as `source` is now. */
    async fork(ownerId: string, source: Universe, name?: string): Promise<Universe> {
      const { document } = await documents.load(source.id);
      const { description, templateId } = source;
      const given = name ?? `Remix of ${source.name}`.slice(0, longestName);
      return create({ name: given, description, ownerId, templateId, forkedFromId: source.id }, document);
    },

    /** One's own and the public ones that changed last. */
    async list(userId: string | null): Promise<{ mine: Universe[]; recent: Universe[] }> {
      return {
        mine: userId ? await selectUniversesOf(db, userId, mostOwn) : [],
        recent: await selectPublicUniverses(db, mostRecent),
      };
    },

    /** @throws AppError `not-found` */
    async update(id: string, patch: Parameters<typeof updateUniverseRow>[2]): Promise<Universe> {
      const universe = await updateUniverseRow(db, id, patch);
      if (!universe) throw new AppError('not-found', 'There is no such universe.');
      changes.emit(id, universe);
      return universe;
    },
  };
}
