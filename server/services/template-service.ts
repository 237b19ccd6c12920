import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ZodError } from 'zod';
import { AppError } from '../../shared/api/errors.ts';
import { fieldIssues } from '../../shared/api/field-issues.ts';
import { documentOf, templateFileSchema } from '../../shared/universe/index.ts';
import type { Database } from '../db/database.ts';
import { replaceTemplates, selectTemplate, selectTemplates, type Template } from '../db/repositories/templates.ts';

export type { Template };
export type TemplateService = ReturnType<typeof createTemplateService>;

export function createTemplateService(db: Database) {
  return {
    list: () => selectTemplates(db),

    /** @throws AppError `not-found` */
    async get(id: string): Promise<Template> {
      const template = await selectTemplate(db, id);
      if (!template) throw new AppError('not-found', 'There is no such template.');
      return template;
    },

    /**
     * Makes the table hold what the files of a directory say.
     * @returns a sentence for each file that could not be read; the others are loaded.
     */
    async loadDirectory(directory: string): Promise<string[]> {
      const templates: Template[] = [];
      const problems: string[] = [];
      for (const file of (await readdir(directory)).filter((name) => name.endsWith('.json')).toSorted()) {
        try {
          templates.push(readTemplate(basename(file, '.json'), await readFile(join(directory, file), 'utf8')));
        } catch (error) {
          problems.push(`Template ${file} is left out: ${(error as Error).message}`);
        }
      }
      await replaceTemplates(db, templates);
      return problems;
    },
  };
}

function readTemplate(id: string, text: string): Template {
  const input: unknown = JSON.parse(text);
  try {
    const file = templateFileSchema.parse(input);
    return { id, name: file.name, sentence: file.sentence, category: file.category, document: documentOf(file) };
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const found = fieldIssues(error, input).map(({ path, rule, value }) => `${path} (${JSON.stringify(value)}): ${rule}`);
    throw new AppError('invalid-input', found.join('; '), { cause: error });
  }
}
