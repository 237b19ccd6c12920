import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf, templateFileSchema, type UniverseDocument } from '../../../shared/universe/index.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'assets', 'templates');

/** Returns the id and document of every template. */
export function readTemplates(): { id: string; document: UniverseDocument }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      id: file.slice(0, -'.json'.length),
      document: documentOf(templateFileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
    }));
}
