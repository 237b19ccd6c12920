import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { startApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/ops/log.ts';
import type { Statement } from './patched.ts';

const directoryOf = (path: string) => join(import.meta.dirname, '../..', path);

/** Waits until the count no longer changes. */
async function still(count: () => number): Promise<void> {
  for (let before = -1; before !== count();) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Returns the server's statements for each request, in order. An extra first request warms up. */
export async function statementsOf(
  databaseUrl: string,
  sessionSecret: string,
  requests: readonly ((url: string) => Promise<unknown>)[],
): Promise<Statement[][]> {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const data = mkdtempSync(join(tmpdir(), 'harmonic-'));
  let statements: Statement[] = [];
  const heard = (text: string, parameters: unknown[] = []) => void statements.push({ text, parameters });
  const db = drizzle({ client: pool, logger: { logQuery: heard } });
  const query = (text: string, parameters?: unknown[]) => {
    heard(text, parameters);
    return pool.query(text, parameters);
  };
  const app = await startApp(
    readConfig({
      NODE_ENV: 'test',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: data,
      SESSION_SECRET: sessionSecret,
      LOG_LEVEL: 'silent',
    }),
    {
      kind: 'postgresql',
      db,
      query,
      runStatement: null,
      apart: null,
      exclusively: (act) => act(),
      forJobs: { db: { executeSql: (text, parameters) => pool.query(text, parameters) }, backend: 'postgres' },
      checkpoint: async () => {},
      pool: null,
      close: () => pool.end(),
    },
    { client: join(data, 'dist'), templates: directoryOf('assets/templates'), thumbnails: directoryOf('assets/thumbnails') },
    createLog('silent'),
  );
  try {
    const url = `http://127.0.0.1:${app.port}`;
    const made: Statement[][] = [];
    for (const ask of [requests[0]!, ...requests]) {
      await still(() => statements.length);
      statements = [];
      await ask(url);
      await still(() => statements.length);
      made.push(statements);
    }
    return made.slice(1);
  } finally {
    await app.close();
    rmSync(data, { recursive: true, force: true });
  }
}
