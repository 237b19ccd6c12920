import { openDatabase } from '../../server/db/database.ts';
import { startServerProcess } from '../../server/testing/server-process.ts';
import { createGuest } from '../../server/testing/test-server.ts';
import type { UniverseDetail } from '../../shared/api/contract/contract.ts';
import { uniformAt } from '../../shared/math/generator.ts';
import { freePort } from '../support/free-port.ts';
import { compare, settle } from '../support/members/compare.ts';
import { joinAsMember } from '../support/members/member.ts';
import { randomEdit } from '../support/members/random-edit.ts';
import { sleep, waitUntil } from '../support/until.ts';

const memberCount = 4;
const editIntervalMs = 15;
/** A server lives for this long, and up to twice as long, once a member is online. */
const livesMs = 300;
const patienceMs = 60_000;

/** The result of repeated kills. */
export interface KillsResult {
  kills: number;
  acknowledged: number;
  /** Acknowledged edits that the journal does not have. */
  lost: number;
  /** Edits that the journal has twice. */
  twice: number;
}

/**
 * Kills the server repeatedly while four members edit. Their pages reconnect by themselves and resend unacknowledged edits.
 * @throws Error if a member or the server has another document in the end.
 */
export async function killWhileEditing(
  database: { dataDirectory: string; databaseUrl?: string },
  seed: number,
  kills: number,
): Promise<KillsResult> {
  const port = String(await freePort());
  const variables: Record<string, string> = { PORT: port, DATA_DIR: database.dataDirectory };
  if (database.databaseUrl) variables.DATABASE_URL = database.databaseUrl;
  let server = await startServerProcess(variables);
  const owner = await createGuest(server.url);
  const { id, document } = (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  const guests = await Promise.all(Array.from({ length: memberCount }, () => createGuest(server.url)));
  const members = guests.map(({ cookie }) => joinAsMember(server.url, cookie, id, document));
  let [edited, killed] = [0, 0];
  const editing = setInterval(() => {
    for (const { room, status } of members) {
      // A member who is offline edits less often, and their edits are kept.
      if (status === 'online' || edited % 20 === 0) room.edit(randomEdit(seed, edited));
      edited += 1;
    }
  }, editIntervalMs);
  try {
    for (; killed < kills; killed += 1) {
      await waitUntil(
        () => members.some(({ status }) => status === 'online'),
        patienceMs,
        () => members[0]!.sentence,
      );
      await sleep(livesMs * (1 + uniformAt(seed, killed, 1)));
      await server.end('SIGKILL');
      server = await startServerProcess(variables);
    }
    clearInterval(editing);
    await settle(members);
    const { body } = await owner.call<UniverseDetail>('GET', `/api/v1/universes/${id}`);
    compare(members, body);
  } finally {
    clearInterval(editing);
    for (const { room } of members) room.close();
    await server.end('SIGKILL');
  }
  const kept = await journalOf(database, id);
  const acknowledged = new Set(members.flatMap((member) => [...member.acknowledged]));
  return {
    kills,
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((edit) => !kept.includes(edit)).length,
    twice: kept.length - new Set(kept).size,
  };
}

async function journalOf(database: { dataDirectory: string; databaseUrl?: string }, universeId: string): Promise<string[]> {
  const connection = await openDatabase(database);
  try {
    const { rows } = await connection.query('select client_id, client_sequence from edit_journal where universe_id = $1', [universeId]);
    return (rows as { client_id: string; client_sequence: number }[]).map((row) => `${row.client_id} ${row.client_sequence}`);
  } finally {
    await connection.close();
  }
}
