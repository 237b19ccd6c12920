import { readTemplates } from '../tests/support/determinism/templates.ts';
import { measureComposition } from './music/composition.ts';
import { measureLoudness } from './music/loudness.ts';

/** How the music is made, over all templates and 200 random universes; and how loud a minute of each template is. */
export async function run(): Promise<Record<string, unknown>> {
  const templates = new Map(readTemplates().map(({ id, document }) => [id, document]));
  return { ...measureComposition(), ...(await measureLoudness(templates)) };
}
