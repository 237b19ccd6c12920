import { readTemplates } from './templates.ts';

/** Reads the sentences and categories of the built-in templates. */
export const readTemplateWords = (): string[] => readTemplates().flatMap(({ sentence, category }) => [sentence, category]);
