import { account } from './account.ts';
import { admin } from './admin.ts';
import { common } from './common.ts';
import { pages } from './pages.ts';
import { panels } from './panels.ts';
import { parts } from './parts.ts';
import { registryWords } from './registry-words.ts';
import { members } from './members.ts';
import { suggestions } from './suggestions.ts';
import { troubles } from './troubles.ts';

/**
 * Each sentence that the interface passes to `say`, as in the code: the types find a typing error, and keep a sentence the same everywhere.
 * Sentences in templates of the interface are read from the templates.
 */
export const english = [
  ...account,
  ...admin,
  ...common,
  ...pages,
  ...panels,
  ...parts,
  ...registryWords,
  ...members,
  ...suggestions,
  ...troubles,
] as const;
