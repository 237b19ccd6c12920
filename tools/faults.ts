/**
 * `npm run faults -- [--seeds N] [--edits M] [--first S] [--kills K] [--rounds R]`: tests pages over faulty connections, a server that
 * is killed repeatedly, and one that is attacked. Exits with 1 if an edit is lost, a document differs, or an attack succeeds.
 */
import { parseArgs } from 'node:util';
import { startServerProcess } from '../server/testing/server-process.ts';
import { testDatabases } from '../server/testing/test-databases.ts';
import { editOverBadLines } from '../tests/fault/bad-lines.ts';
import { killWhileEditing } from '../tests/fault/kills.ts';
import { attackServer } from '../tests/fault/under-attack.ts';
import { withTemporaryFolder } from '../tests/support/temporary-folder.ts';

function readArguments() {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '50' },
      edits: { type: 'string', default: '1000' },
      first: { type: 'string', default: '1' },
      kills: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '3' },
    },
  });
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const number = Number(value);
      if (Number.isInteger(number) && number >= 0) return [name, number];
      console.error(`--${name} must be a whole number, not ${value}`);
      process.exit(2);
    }),
  ) as Record<keyof typeof values, number>;
}

const { seeds, edits, first, kills, rounds } = readArguments();
/** Time of the measurement without attacks: as long as a round of attacks takes. */
const quietMs = 15_000;
let failed = 0;

async function attempt(name: string, act: () => Promise<{ holds: boolean; figures: unknown }>): Promise<void> {
  const begunMs = performance.now();
  const { holds, figures } = await act().catch((error: Error) => ({ holds: false, figures: error.message }));
  if (!holds) failed += 1;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - begunMs) / 1000).toFixed(1)} s) ${JSON.stringify(figures)}`);
}

async function overBadLines(): Promise<void> {
  await withTemporaryFolder(async (directory) => {
    const server = await startServerProcess({ DATA_DIR: directory });
    for (let seed = first; seed < first + seeds; seed += 1) {
      await attempt(`faulty connections, seed ${seed}`, async () => ({
        figures: await editOverBadLines(server.url, seed, edits),
        holds: server.isAlive,
      }));
    }
    await server.end('SIGTERM');
  });
}

async function killed(kind: string, databaseUrl?: string): Promise<void> {
  await withTemporaryFolder((dataDirectory) =>
    attempt(`${kills} kills, ${kind}`, async () => {
      const figures = await killWhileEditing(databaseUrl ? { dataDirectory, databaseUrl } : { dataDirectory }, first, kills);
      return { figures, holds: figures.lost === 0 && figures.twice === 0 };
    }),
  );
}

if (seeds > 0) await overBadLines();
if (kills > 0) {
  await killed('embedded');
  const database = await testDatabases.find(({ kind }) => kind === 'postgresql')!.open();
  await killed('PostgreSQL', database.url!);
  await database.close();
}
if (rounds > 0) {
  await attempt(`${rounds} rounds of attacks`, async () => {
    const figures = await attackServer(rounds, quietMs);
    const holds =
      figures.alive && figures.found.length === 0 && figures.p99DuringMs - figures.p99BeforeMs < 20 && figures.grownMegabytes < 50;
    return { figures, holds };
  });
}
console.log(failed === 0 ? 'No edit was lost, and all documents are equal.' : `${failed} failed.`);
process.exit(failed === 0 ? 0 : 1);
