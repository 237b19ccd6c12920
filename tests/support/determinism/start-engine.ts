import { startChromium, startFirefoxEngine, startWebkitEngine } from './browser-engines.ts';
import type { DeterminismEngine, EngineName } from './engines.ts';
import { startNode, startOlderNode } from './node-engines.ts';

const starters: Readonly<Record<EngineName, () => Promise<DeterminismEngine>>> = {
  node: startNode,
  'older-node': startOlderNode,
  chromium: startChromium,
  firefox: startFirefoxEngine,
  webkit: startWebkitEngine,
};

/** Starts an engine. @throws MissingEngine if this machine lacks it */
export function startEngine(name: EngineName): Promise<DeterminismEngine> {
  return starters[name]();
}
