import type { UniverseDetail } from '../../shared/api/contract/contract.ts';
import type { JoinOptions } from '../../shared/room/messages.ts';
import type { ClientMessageName } from '../../shared/room/names.ts';
import { afterAll, beforeAll } from 'vitest';
import { createGuest, join, type Listener, startTestServer, type TestServer, type Visitor } from './test-server.ts';

/** Makes a universe. Returns its id. */
export async function universeOf(owner: Visitor): Promise<string> {
  const { body } = await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' });
  return body.id;
}

export const enterRoom = (server: TestServer, visitor: Visitor, universeId: string, as: JoinOptions['as'] = 'edit') =>
  join(server.url, visitor, { universeId, as });

export const idOf = (listener: Listener) => listener.heard.welcome[0]!.memberId;

export const leave = (...listeners: Listener[]) => Promise.all(listeners.map(({ room }) => room.leave()));

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a message that must be rejected. Returns the code and the path of the error. */
export async function refusalBy(listener: Listener, name: ClientMessageName, payload: unknown): Promise<[string, string | undefined]> {
  const before = listener.heard.refused.length;
  listener.send(name, payload);
  const { error } = await listener.until(() => listener.heard.refused[before]);
  return [error.code, error.issues[0]?.path];
}

/** Starts a server for all tests of a file, with two users: an owner of universes, and a friend who joins them. */
export function useGathering(): { readonly server: TestServer; readonly owner: Visitor; readonly friend: Visitor } {
  let made: { server: TestServer; owner: Visitor; friend: Visitor };
  beforeAll(async () => {
    const server = await startTestServer();
    made = { server, owner: await createGuest(server.url), friend: await createGuest(server.url) };
  });
  afterAll(() => made.server.stop());
  return {
    get server() {
      return made.server;
    },
    get owner() {
      return made.owner;
    },
    get friend() {
      return made.friend;
    },
  };
}
