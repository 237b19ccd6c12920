import { Client } from '@colyseus/sdk';

/** A storage that accepts everything and stores nothing. */
const nowhere = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/**
 * Creates a client of the SDK that stores nothing. By default the SDK looks for tokens of its own authentication, which is not used here,
 * in the browser's storage, and fails if the browser refuses access. It first tries the storage of Cocos Creator, `cc.sys`, and looks only
 * once.
 */
export function newSdkClient(address: string, headers: Record<string, string>): Client {
  const world = globalThis as { cc?: unknown };
  const before = world.cc;
  world.cc = { sys: { localStorage: nowhere } };
  try {
    return new Client(address, { headers });
  } finally {
    if (before === undefined) delete world.cc;
    else world.cc = before;
  }
}
