import { account } from './account.ts';
import { common } from './common.ts';
import { pages } from './pages.ts';
import { panels } from './panels.ts';
import { parts } from './parts.ts';
import { registryWords } from './registry-words.ts';
import { together } from './together.ts';
import { troubles } from './troubles.ts';

/**
 * Each sentence of the interface that is said by `say`, as it stands in the code: so that the types find a slip, and the same sentence is
 * written in the same way everywhere. What templates of the interface hold is read from them.
 */
export const english = [...account, ...common, ...pages, ...panels, ...parts, ...registryWords, ...together, ...troubles] as const;
