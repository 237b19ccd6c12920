import { join } from 'node:path';

/** What templates measured when the norms were made: by these a change of simulation or composer shows. */
export type References = Record<string, Record<string, number>>;

export const referencesPath = join(import.meta.dirname, 'references.json');

/** Templates that are quick to describe, and unlike one another. */
export const referenceTemplates = ['orrery', 'storm-drone', 'heartbeat'] as const;
