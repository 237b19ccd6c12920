import { Client } from '@colyseus/sdk';

/** Takes everything and keeps nothing. */
const nowhere = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/**
 * A client of the SDK that stores nothing. By itself the SDK looks for tokens of its own sign-in, which nobody has here, in whatever the
 * browser keeps, and fails where the browser refuses that. What it reads first is the storage of Cocos Creator, `cc.sys`: it looks once.
 */
export function newSdkClient(origin: string, headers: Record<string, string>): Client {
  const world = globalThis as { cc?: unknown };
  const before = world.cc;
  world.cc = { sys: { localStorage: nowhere } };
  try {
    return new Client(origin, { headers });
  } finally {
    if (before === undefined) delete world.cc;
    else world.cc = before;
  }
}
