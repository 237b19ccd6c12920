import type { TemplateQuery } from '../../../shared/api/universes/template-schemas.ts';
import { readDocument } from '../../../shared/universe/index.ts';
import type { Database } from '../../db/database.ts';
import {
  type ListedTemplate,
  selectBuiltInTemplates,
  selectShownTemplateIds,
  selectTemplate,
  selectTemplateList,
  selectTemplatesOf,
  type Template,
} from '../../db/repositories/universes/templates.ts';
import { type PublicUser, selectUsersById } from '../../db/repositories/accounts/users.ts';
import { type Place, pageOf, readCursor } from '../lists/list-cursor.ts';
import { stillVisible } from '../reads/still-visible.ts';
import { createTemplateChanges, noTemplate } from './template-changes.ts';

export type { ListedTemplate, Template };
export type TemplateService = ReturnType<typeof createTemplateService>;

/** A template with its owner. */
export interface SignedTemplate<T extends ListedTemplate = ListedTemplate> {
  template: T;
  owner: PublicUser | null;
}

/** Adds owners to templates, and omits templates whose owner was deleted meanwhile. */
async function sign<T extends ListedTemplate>(db: Database, templates: readonly T[]): Promise<SignedTemplate<T>[]> {
  const ids = new Set(templates.flatMap(({ ownerId }) => ownerId ?? []));
  const owners = new Map(ids.size === 0 ? [] : (await selectUsersById(db, [...ids])).map((person) => [person.id, person]));
  return templates.flatMap((template) => {
    const owner = template.ownerId === null ? null : owners.get(template.ownerId);
    return owner === undefined ? [] : [{ template, owner }];
  });
}

/** They are few and sorted by name, so the cursor holds an index. */
async function builtInPage(db: Database, typed: string, after: Place | undefined, limit: number) {
  const all = (await selectBuiltInTemplates(db, typed)).map((template, value) => ({ template, value }));
  return all.slice(after ? after.value + 1 : 0).slice(0, limit);
}

/**
 * Templates that universes begin with: built-in ones and those of users. Callers check the rights.
 * @param reads for lists, which may be stale
 * @param changed is called after a change that lists may show
 */
export function createTemplateService(db: Database, reads = db, changed: () => void = () => {}) {
  return {
    ...createTemplateChanges(db, changed),

    /**
     * Returns a page of a list as the user may see it; `next` is the cursor of the next page.
     * @throws AppError `invalid-input` if the cursor does not belong to this list.
     */
    async page(userId: string | undefined, { list, q: typed = '', cursor, limit }: TemplateQuery) {
      const name = `templates ${list}`;
      const after = cursor === undefined ? undefined : readCursor(name, cursor);
      // Without a user there are none.
      if (userId === undefined && list === 'mine') return { templates: [], next: null };
      const rows =
        list === 'built-in'
          ? await builtInPage(reads, typed, after, limit + 1)
          : await selectTemplateList(reads, { list, userId: userId ?? '', typed, after, limit: limit + 1 });
      const { shown, next } = pageOf(name, rows, limit, ({ template }) => (list === 'built-in' ? '0' : template.id));
      const found = shown.map(({ template }) => template);
      const visible = await stillVisible({ db, reads }, found, userId, selectShownTemplateIds);
      return { templates: await sign(reads, visible), next };
    },

    /** @throws AppError `not-found` */
    async get(id: string): Promise<Template> {
      const template = await selectTemplate(db, id);
      if (!template) throw noTemplate();
      return { ...template, document: readDocument(template.document) };
    },

    /** Returns the owner and the visibility of a template, or null if there is none. */
    find: (id: string): Promise<Pick<Template, 'ownerId' | 'isPublic'> | null> => selectTemplate(db, id),

    /** @throws AppError `not-found` if it was deleted with its owner meanwhile. */
    async sign(template: Template): Promise<SignedTemplate<Template>> {
      const [signed] = await sign(db, [template]);
      if (!signed) throw noTemplate();
      return signed;
    },

    /** Returns all templates of a user, oldest first. */
    async allOf(userId: string): Promise<SignedTemplate<Template>[]> {
      const rows = await selectTemplatesOf(db, userId);
      return sign(
        db,
        rows.map((template) => ({ ...template, document: readDocument(template.document) })),
      );
    },
  };
}
