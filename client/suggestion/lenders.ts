import { documentOf, type TemplateFile } from '../../shared/universe/index.ts';
import type { Lender } from './drafts.ts';

const files = import.meta.glob<TemplateFile>('../../assets/templates/*.json', { eager: true, import: 'default' });

/** Returns the templates of the product. They come with this code: a search fetches nothing. */
export const builtInLenders = (): Lender[] =>
  Object.values(files).map((file) => ({ name: file.name, document: documentOf(file), values: null }));
