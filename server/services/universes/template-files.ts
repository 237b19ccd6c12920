import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ZodError } from 'zod';
import { AppError } from '../../../shared/api/errors.ts';
import { fieldIssues } from '../../../shared/api/field-issues.ts';
import { documentOf, templateFileSchema, type UniverseDocument } from '../../../shared/universe/index.ts';

interface BuiltInTemplate {
  id: string;
  name: string;
  sentence: string;
  category: string;
  document: UniverseDocument;
}

/** The form of the id of a built-in template. */
const plainName = /^[a-z0-9-]{1,40}$/;

/** Reads the templates in the files of a directory, and returns a sentence for each file that could not be read. */
export async function readTemplateFiles(directory: string): Promise<{ templates: BuiltInTemplate[]; problems: string[] }> {
  const templates: BuiltInTemplate[] = [];
  const problems: string[] = [];
  for (const file of (await readdir(directory)).filter((name) => name.endsWith('.json')).toSorted()) {
    try {
      templates.push(readTemplate(basename(file, '.json'), await readFile(join(directory, file), 'utf8')));
    } catch (error) {
      problems.push(`Template ${file} is left out: ${(error as Error).message}`);
    }
  }
  return { templates, problems };
}

function readTemplate(id: string, text: string): BuiltInTemplate {
  if (!plainName.test(id)) throw new Error('its name must be made of a–z, 0–9 and -');
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
