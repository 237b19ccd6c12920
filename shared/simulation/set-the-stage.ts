import type { UniverseWorld } from './world.ts';

/** Sets the effective document to that of the storyboard at the tick of the clock; returns whether it is another document than before. */
export function setTheStage(world: UniverseWorld): boolean {
  const { tick, beatTick } = world.stores.Clock;
  const { document } = world;
  world.document = world.stage(world.authoredDocument, tick[0], beatTick[0]);
  return world.document !== document;
}
