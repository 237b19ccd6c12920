import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import type { Sentence } from '../../words/sentences.ts';

/** Descriptions of what each role does. */
export const roleWords: Record<SharedRole, Sentence> = { editor: 'can edit', viewer: 'can watch' };
export const givenRoles = Object.keys(roleWords) as SharedRole[];
