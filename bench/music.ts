import { readTemplates } from '../tests/support/templates.ts';
import { measureComposition } from './music/composition.ts';
import { measureLoudness } from './music/loudness.ts';

/** Measures the composer over all templates and 200 random universes, and the loudness of a minute of each template. */
export async function run(): Promise<Record<string, unknown>> {
  const templates = new Map(readTemplates().map(({ id, document }) => [id, document]));
  return { ...measureComposition(), ...(await measureLoudness(templates)) };
}
