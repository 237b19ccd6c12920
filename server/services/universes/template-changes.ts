import { ownTemplateIdOf, templateCounts } from '../../../shared/api/universes/templates.ts';
import type { ParameterPatch } from '../../../shared/parameters/index.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { readDocument, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Database } from '../../db/database.ts';
import {
  countTemplatesOf,
  deleteTemplate,
  insertTemplate,
  lockTemplate,
  replaceBuiltInTemplates,
  type Template,
  type TemplatePatch,
  updateTemplateRow,
} from '../../db/repositories/universes/templates.ts';
import { lockUser } from '../../db/repositories/accounts/users.ts';
import { newId } from '../ids.ts';
import { builtInRevision } from './built-in-revision.ts';
import { readTemplateFiles } from './template-files.ts';

/** The description of a template, and its visibility. */
type TemplateContent = Pick<Template, 'name' | 'sentence' | 'category' | 'isPublic' | 'putForward'>;

export const noTemplate = () => refuse('no-template');

/** Creates, changes and deletes templates. Callers check the rights. @param changed is called after lists of templates may have changed */
export function createTemplateChanges(db: Database, changed: () => void) {
  return {
    /** @throws AppError `conflict` if the user has the maximum number of templates, `not-found` if there is no such user. */
    async create(ownerId: string, content: TemplateContent, document: UniverseDocument): Promise<Template> {
      const created = await db.transaction(async (tx) => {
        if (!(await lockUser(tx, ownerId))) throw refuse('no-user');
        if ((await countTemplatesOf(tx, ownerId)) >= templateCounts.perPerson.max) {
          throw refuse('template-limit', { max: templateCounts.perPerson.max });
        }
        return insertTemplate(tx, { ...content, document, ownerId, id: ownTemplateIdOf(newId(11)) });
      });
      changed();
      return created;
    },

    /** Changes the description of a template, and some of its parameters. @throws AppError `not-found` */
    async update(id: string, { parameters, ...content }: Partial<TemplateContent> & { parameters?: ParameterPatch }): Promise<Template> {
      const updated = await db.transaction(async (tx) => {
        const before = await lockTemplate(tx, id);
        if (!before) throw noTemplate();
        const document = readDocument(before.document);
        const patch: TemplatePatch = { ...content };
        if (parameters) patch.document = readDocument({ ...document, parameters: { ...document.parameters, ...parameters } });
        const after = await updateTemplateRow(tx, id, patch);
        return { ...after!, document: readDocument(after!.document) };
      });
      changed();
      return updated;
    },

    /** Universes made from the template stay. @throws AppError `not-found` */
    async remove(id: string): Promise<void> {
      if (!(await deleteTemplate(db, id))) throw noTemplate();
      changed();
    },

    /**
     * Replaces the built-in templates by those in the files of a directory, unless a later release has written its own: one that is started
     * beside it, or rolled back to, leaves them.
     * @returns a sentence for each file that could not be read; the others are loaded.
     */
    async loadDirectory(directory: string, revision = builtInRevision): Promise<string[]> {
      const { templates, problems } = await readTemplateFiles(directory);
      if (await replaceBuiltInTemplates(db, templates, revision)) changed();
      return problems;
    },
  };
}
