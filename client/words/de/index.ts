import type { Dictionary, RefusalWords } from '../words.ts';
import { account } from './account.ts';
import { admin } from './admin.ts';
import { common } from './common.ts';
import { pages } from './pages.ts';
import { panels } from './panels.ts';
import { parts } from './parts.ts';
import { refusals, rules, waits } from './refusals.ts';
import { registryHelp } from './registry-help.ts';
import { registryWords } from './registry-words.ts';
import { suggestions } from './suggestions.ts';
import { templates } from './templates.ts';
import { members } from './members.ts';
import { troubles } from './troubles.ts';

/** The German translations of the English sentences in the code. */
export const words = {
  ...common,
  ...account,
  ...admin,
  ...pages,
  ...panels,
  ...parts,
  ...registryHelp,
  ...registryWords,
  ...templates,
  ...members,
  ...suggestions,
  ...troubles,
} as const satisfies Dictionary;

export const refusalWords = { refusals, rules, waits } as const satisfies RefusalWords;
