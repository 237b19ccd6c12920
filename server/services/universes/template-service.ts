import { AppError } from '../../../shared/api/errors.ts';
import type { TemplateQuery } from '../../../shared/api/template-schemas.ts';
import { ownTemplateIdOf, templateCounts } from '../../../shared/api/templates.ts';
import type { ParameterPatch } from '../../../shared/parameters/index.ts';
import { readDocument, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Database } from '../../db/database.ts';
import {
  countTemplatesOf,
  deleteTemplate,
  insertTemplate,
  type ListedTemplate,
  lockTemplate,
  replaceBuiltInTemplates,
  selectBuiltInTemplates,
  selectTemplate,
  selectTemplateList,
  selectTemplatesOf,
  type Template,
  type TemplatePatch,
  updateTemplateRow,
} from '../../db/repositories/templates.ts';
import { lockUser, type PublicUser, selectPeople } from '../../db/repositories/users.ts';
import { newId } from '../ids.ts';
import { type Place, pageOf, readCursor } from '../lists/list-cursor.ts';
import { readTemplateFiles } from './template-files.ts';

export type { ListedTemplate, Template };
export type TemplateService = ReturnType<typeof createTemplateService>;

/** A template with whose it is. */
export interface SignedTemplate<T extends ListedTemplate = ListedTemplate> {
  template: T;
  owner: PublicUser | null;
}

/** What a template says of itself, and to whom. */
type TemplateContent = Pick<Template, 'name' | 'sentence' | 'category' | 'isPublic' | 'putForward'>;

const noTemplate = () => new AppError('not-found', 'There is no such template.');

/** What universes may begin with: what comes with the product, and what people have made. Who may see or change one is not decided here. */
export function createTemplateService(db: Database) {
  const sign = async <T extends ListedTemplate>(templates: readonly T[]): Promise<SignedTemplate<T>[]> => {
    const ids = new Set(templates.flatMap(({ ownerId }) => ownerId ?? []));
    const people = new Map(ids.size === 0 ? [] : (await selectPeople(db, [...ids])).map((person) => [person.id, person]));
    // Whoever left since, and all of theirs, is in no list any more.
    return templates.flatMap((template) => {
      const owner = template.ownerId === null ? null : people.get(template.ownerId);
      return owner === undefined ? [] : [{ template, owner }];
    });
  };

  /** They are few, and in the order of their names: a cursor counts them. */
  const builtInPage = async (typed: string, after: Place | undefined, limit: number) => {
    const all = (await selectBuiltInTemplates(db, typed)).map((template, value) => ({ template, value }));
    return all.slice(after ? after.value + 1 : 0).slice(0, limit);
  };

  return {
    /**
     * A page of a list as somebody may see it; `next` is where the following one begins.
     * @throws AppError `invalid-input` where the cursor is not one of this list.
     */
    async page(userId: string | undefined, { list, q: typed = '', cursor, limit }: TemplateQuery) {
      const name = `templates ${list}`;
      const after = cursor === undefined ? undefined : readCursor(name, cursor);
      // A stranger has made none.
      if (userId === undefined && list === 'mine') return { templates: [], next: null };
      const rows =
        list === 'built-in'
          ? await builtInPage(typed, after, limit + 1)
          : await selectTemplateList(db, { list, userId: userId ?? '', typed, after, limit: limit + 1 });
      const { shown, next } = pageOf(name, rows, limit, ({ template }) => (list === 'built-in' ? '0' : template.id));
      return { templates: await sign(shown.map(({ template }) => template)), next };
    },

    /** @throws AppError `not-found` */
    async get(id: string): Promise<Template> {
      const template = await selectTemplate(db, id);
      if (!template) throw noTemplate();
      return { ...template, document: readDocument(template.document) };
    },

    /** Who may see and change it, or null where there is none. */
    find: (id: string): Promise<Pick<Template, 'ownerId' | 'isPublic'> | null> => selectTemplate(db, id),

    /** @throws AppError `not-found` where it has gone with its owner meanwhile. */
    async sign(template: Template): Promise<SignedTemplate<Template>> {
      const [signed] = await sign([template]);
      if (!signed) throw noTemplate();
      return signed;
    },

    /** All of somebody's, the oldest first. */
    async allOf(userId: string): Promise<SignedTemplate<Template>[]> {
      const rows = await selectTemplatesOf(db, userId);
      return sign(rows.map((template) => ({ ...template, document: readDocument(template.document) })));
    },

    /** @throws AppError `conflict` where somebody has as many as they may, `not-found` where there is nobody of that id. */
    async create(ownerId: string, content: TemplateContent, document: UniverseDocument): Promise<Template> {
      return db.transaction(async (tx) => {
        if (!(await lockUser(tx, ownerId))) throw new AppError('not-found', 'There is no such person.');
        if ((await countTemplatesOf(tx, ownerId)) >= templateCounts.perPerson.max) {
          throw new AppError(
            'conflict',
            `You have ${templateCounts.perPerson.max} templates, which is all there may be. Delete one first.`,
          );
        }
        return insertTemplate(tx, { ...content, document, ownerId, id: ownTemplateIdOf(newId(11)) });
      });
    },

    /** Changes what a template says, and some of the values that universes of it begin with. @throws AppError `not-found` */
    async update(id: string, { parameters, ...content }: Partial<TemplateContent> & { parameters?: ParameterPatch }): Promise<Template> {
      return db.transaction(async (tx) => {
        const before = await lockTemplate(tx, id);
        if (!before) throw noTemplate();
        const document = readDocument(before.document);
        const patch: TemplatePatch = { ...content };
        if (parameters) patch.document = readDocument({ ...document, parameters: { ...document.parameters, ...parameters } });
        const after = await updateTemplateRow(tx, id, patch);
        return { ...after!, document: readDocument(after!.document) };
      });
    },

    /** Universes that were made from it stay. @throws AppError `not-found` */
    async remove(id: string): Promise<void> {
      if (!(await deleteTemplate(db, id))) throw noTemplate();
    },

    /**
     * Makes what comes with the product what the files of a directory say.
     * @returns a sentence for each file that could not be read; the others are loaded.
     */
    async loadDirectory(directory: string): Promise<string[]> {
      const { templates, problems } = await readTemplateFiles(directory);
      await replaceBuiltInTemplates(db, templates);
      return problems;
    },
  };
}
