import { startChromium, startFirefox, startWebkit } from './browser-engines.ts';
import type { Engine, EngineName } from './engines.ts';
import { startNode, startOlderNode } from './node-engines.ts';

const starters: Readonly<Record<EngineName, () => Promise<Engine>>> = {
  node: startNode,
  'older-node': startOlderNode,
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebkit,
};

/** @throws MissingEngine where this machine has none. */
export function startEngine(name: EngineName): Promise<Engine> {
  return starters[name]();
}
