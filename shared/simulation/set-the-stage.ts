import type { UniverseWorld } from './world.ts';

/** Shows the score as its storyboard has it at the tick of the clock; says whether that is another document than before. */
export function setTheStage(world: UniverseWorld): boolean {
  const { tick, beatTick } = world.stores.Clock;
  const { document } = world;
  world.document = world.stage(world.score, tick[0], beatTick[0]);
  return world.document !== document;
}
