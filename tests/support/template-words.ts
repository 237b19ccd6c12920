import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFileSchema } from '../../shared/universe/index.ts';

const folder = join(import.meta.dirname, '../../assets/templates');

/** Reads the sentences and categories of the built-in templates. */
export const readTemplateWords = (): string[] =>
  readdirSync(folder).flatMap((file) => {
    const { sentence, category } = templateFileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return [sentence, category];
  });
