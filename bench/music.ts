import { measureComposition } from './music/composition.ts';

/** How the music is made, over all templates and 200 random universes. */
export async function run(): Promise<Record<string, unknown>> {
  return { ...measureComposition() };
}
