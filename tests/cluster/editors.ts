import { createGuest, type Visitor } from '../../server/testing/test-server.ts';
import type { UniverseDetail } from '../../shared/api/contract/contract.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import type { ServerPart } from '../../tools/cluster/servers.ts';
import type { Topology } from '../../tools/cluster/topology.ts';
import { compare, settle } from '../support/members/compare.ts';
import { joinAsMember, type Member } from '../support/members/member.ts';
import { randomEdit } from '../support/members/random-edit.ts';
import { waitUntil } from '../support/until.ts';

const editIntervalMs = 15;
const patienceMs = 60_000;

/** Members of the room of one universe, who edit it without a pause. */
export interface Editors {
  readonly owner: Visitor;
  readonly universeId: string;
  /** The universe before anybody edited it. */
  readonly document: UniverseDocument;
  /** The users of the members. */
  readonly guests: readonly Visitor[];
  readonly members: readonly Member[];
  /** Returns the process that holds the universe, and those that do not. */
  holder(): Promise<{ holder: ServerPart; others: ServerPart[] }>;
  /** Returns the time in ms until an edit that is made from now on is confirmed to every member. */
  untilAllGoOn(): Promise<number>;
  /** Returns the time in ms until that holds for every member in a new room, with another epoch. */
  untilAllReturn(): Promise<number>;
  /** Ends the editing. */
  leave(): void;
  /** Ends the editing, and counts the confirmed edits that are not in the journal, and those that are there twice. */
  finish(): Promise<{ acknowledged: number; lost: number; twice: number }>;
}

/** Returns the process that holds a universe, and those that do not. */
export async function holderOf({ databases, servers }: Pick<Topology, 'databases' | 'servers'>, universeId: string) {
  const rows = await databases.current.query(
    `select node from universes join server_processes on server_processes.id = holder where universes.id = '${universeId}'`,
  );
  const holder = servers.find(({ name }) => name === rows[0]?.node);
  if (!holder) throw new Error('Nobody holds the universe.');
  return { holder, others: servers.filter((server) => server !== holder) };
}

/** Lets four members edit a new universe. `places`: where each of them enters, by default the public address. */
export async function startEditors(topology: Topology, seed: number, places?: readonly string[]): Promise<Editors> {
  const { url, databases } = topology;
  const doors = places ?? [url, url, url, url];
  const owner = await createGuest(url);
  const { id, document } = (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  const guests = await Promise.all(doors.map(() => createGuest(url)));
  const members = doors.map((door, index) => joinAsMember(door, guests[index]!.cookie, id, document));
  const standing = () => members.map(({ status, sentence }) => `${status} ${sentence}`).join(', ');
  await waitUntil(() => members.every(({ status }) => status === 'online'), patienceMs, standing);
  let edited = 0;
  const editing = setInterval(() => {
    for (const { room, status } of members) {
      // A member who is offline edits less often, and their edits are kept.
      if (status === 'online' || edited % 20 === 0) room.edit(randomEdit(seed, edited));
      edited += 1;
    }
  }, editIntervalMs);
  const leave = () => {
    clearInterval(editing);
    for (const { room } of members) room.close();
  };
  const untilAllGoOn = async () => {
    const begunMs = performance.now();
    const before = members.map(({ acknowledged }) => acknowledged.size);
    const goesOn = () => members.every(({ status, acknowledged }, index) => status === 'online' && acknowledged.size > before[index]!);
    await waitUntil(goesOn, patienceMs, standing);
    return performance.now() - begunMs;
  };
  return {
    owner,
    universeId: id,
    document,
    guests,
    members,

    holder: () => holderOf(topology, id),

    untilAllGoOn,

    async untilAllReturn() {
      const begunMs = performance.now();
      const before = members.map(({ epoch }) => epoch);
      await waitUntil(() => members.every(({ epoch }, index) => epoch !== before[index]), patienceMs, standing);
      await untilAllGoOn();
      return performance.now() - begunMs;
    },

    leave,

    async finish() {
      clearInterval(editing);
      try {
        await settle(members);
        compare(members, (await owner.call<UniverseDetail>('GET', `/api/v1/universes/${id}`)).body);
        const rows = await databases.current.query(`select client_id, client_sequence from edit_journal where universe_id = '${id}'`);
        const kept = rows.map((row) => `${String(row.client_id)} ${String(row.client_sequence)}`);
        const acknowledged = new Set(members.flatMap((member) => [...member.acknowledged]));
        const there = new Set(kept);
        return {
          acknowledged: acknowledged.size,
          lost: [...acknowledged].filter((edit) => !there.has(edit)).length,
          twice: kept.length - there.size,
        };
      } finally {
        leave();
      }
    },
  };
}
