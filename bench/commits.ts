import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseConnection, openDatabase } from '../server/db/database.ts';
import { createServerEvents } from '../server/ops/events/server-events.ts';
import { documentsOf } from '../server/testing/documents-of.ts';
import { nextBeatMs, untilHandOverMs } from '../server/services/documents/journal-beat.ts';
import { createJournalWriter, type JournalWriter } from '../server/services/documents/journal-writer.ts';
import { createUserService } from '../server/services/accounts/user-service.ts';
import { createTemplateService } from '../server/services/universes/template-service.ts';
import { createUniverseService } from '../server/services/universes/universe-service.ts';
import { testDatabases } from '../server/testing/test-databases.ts';
import { memberBatchMs } from '../shared/room/rates.ts';
import { seedUniverses } from './api/seed.ts';
import { type EditTimes, openEditors, type RoomTimes } from './commits/editing.ts';
import { createLoneWriter } from './commits/lone-writer.ts';
import { quantile, rounded } from './statistics.ts';

const universes = 200;
const measuredMs = 10_000;
/** Intervals of the edits of a universe, in ms: what a machine can commit one by one, and more. */
const intervals = { calm: 1000, busy: 200 } as const;
/** Rooms without a shared beat began their commit this long before their own. */
const commitAheadMs = 12;

interface Figures {
  commits: number;
  seconds: number;
  times: EditTimes;
}

const together: RoomTimes = { gatherMs: untilHandOverMs, nextBatchMs: nextBeatMs };

/** Returns the times of a room whose beat is its own. */
function apart(index: number): RoomTimes {
  const phaseMs = (index * memberBatchMs) / universes;
  const nextBatchMs = (nowMs: number) => nextBeatMs(nowMs - phaseMs) + phaseMs;
  return { nextBatchMs, gatherMs: (nowMs) => nextBatchMs(nowMs + commitAheadMs) - commitAheadMs - nowMs };
}

/** Returns the number of transactions that wrote something since the database was made. */
async function transactionsOf({ query }: DatabaseConnection): Promise<number> {
  const { rows } = await query('select pg_snapshot_xmax(pg_current_snapshot())::text as next');
  return Number((rows[0] as { next: string }).next);
}

type Editors = Awaited<ReturnType<typeof openEditors>>;

/** Makes edits in all universes, at times that are spread evenly, and waits until all are committed. */
async function measure(connection: DatabaseConnection, { editors, times }: Editors, everyMs: number): Promise<Figures> {
  const settle = async () => {
    while (editors.some(({ pending }) => pending > 0)) await sleep(10);
  };
  // The first edit of a client, and of a user, reads and writes more than the others.
  for (const editor of editors) {
    editor.edit();
    await settle();
  }
  times.committed.length = times.sent.length = 0;
  const before = await transactionsOf(connection);
  const begunMs = performance.now();
  const total = (universes * measuredMs) / everyMs;
  for (let made = 0; made < total;) {
    await sleep(1);
    const dueMs = ((performance.now() - begunMs) / everyMs) * universes;
    for (; made < total && made < dueMs; made += 1) editors[made % universes]!.edit();
  }
  await settle();
  const seconds = (performance.now() - begunMs) / 1000;
  const commits = (await transactionsOf(connection)) - before;
  for (const editor of editors) await editor.close();
  return { commits, seconds, times };
}

/** @throws Error if an edit is missing in a journal, or there twice. */
async function assertWritten({ query }: DatabaseConnection, ids: readonly string[], edits: number): Promise<void> {
  const { rows } = await query(
    `select id from universes where id = any($1) and edit_count = $2
       and (select array_agg(client_sequence order by sequence) from edit_journal where universe_id = id)
         = array(select generate_series(1, $2::integer))`,
    [ids, edits],
  );
  if (rows.length !== ids.length) throw new Error(`only ${rows.length} of ${ids.length} universes have each edit once`);
}

function figuresOf({ commits, seconds, times }: Figures) {
  const [committed, sent] = [times.committed, times.sent].map((list) => ({
    p50_ms: rounded(quantile(list, 0.5)),
    p99_ms: rounded(quantile(list, 0.99)),
  }));
  return { commits_per_s: rounded(commits / seconds), commits, edits: times.committed.length, seconds: rounded(seconds), committed, sent };
}

/** Lets both edit universes of their own at each of the intervals. */
async function race(connection: DatabaseConnection, userId: string) {
  const { db } = connection;
  let seeded = 0;
  const measureNext = async (writer: JournalWriter, timesOf: (index: number) => RoomTimes, everyMs: number) => {
    const ids = Array.from({ length: universes }, () => `seed${(seeded += 1)}`);
    const figures = await measure(connection, await openEditors({ db, writer, userId }, ids, timesOf), everyMs);
    await assertWritten(connection, ids, 1 + measuredMs / everyMs);
    return figuresOf(figures);
  };
  const compare = async (everyMs: number) => {
    const peer = await measureNext(createLoneWriter(db), apart, everyMs);
    const ours = await measureNext(createJournalWriter(db), () => together, everyMs);
    return { ratio: rounded(ours.commits_per_s / peer.commits_per_s), ours, peer };
  };
  return { calm: await compare(intervals.calm), busy: await compare(intervals.busy) };
}

/**
 * Measures the commits of a process in which 200 universes are edited: of the edits of all rooms together, and of each room by itself. On
 * PostgreSQL.
 */
export async function run(): Promise<Record<string, unknown>> {
  const database = await testDatabases.find(({ kind }) => kind === 'postgresql')!.open();
  const connection = await openDatabase({ databaseUrl: database.url!, dataDirectory: '' });
  try {
    const { db } = connection;
    const templates = createTemplateService(db);
    await templates.loadDirectory('assets/templates');
    const userId = (await createUserService(db).createGuest()).id;
    const model = await createUniverseService(db, documentsOf(db), createServerEvents(null)).createFromTemplate(
      userId,
      await templates.get('pulsar'),
    );
    await seedUniverses(connection, model.id, 1, 2 * universes * Object.keys(intervals).length);
    await connection.query('update universes set edit_count = 0');
    const figures = await race(connection, userId);
    return { ratio: figures.busy.ratio, universes, ...figures };
  } finally {
    await connection.close();
    await database.close();
  }
}
