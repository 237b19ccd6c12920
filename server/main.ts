import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../shared/api/errors.ts';
import type { App } from './app.ts';
import { type Config, defaultDataDirectory, readConfig } from './config.ts';
import { warningsAbout } from './config-warnings.ts';
import { openDatabase } from './db/database.ts';
import { protectDataDirectory } from './db/data-directory/private-files.ts';
import { secretPath } from './kept-secret.ts';
import { createLog } from './ops/log.ts';
import { startRefusal } from './ops/start-refusal.ts';

const directoryOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Timeout for open rooms to be stored on shutdown. */
const shutdownMs = 10_000;

/** Starts the server as configured by the environment, prints its URL, and stops it on a signal. Exits if it cannot start. */
export async function runServer(): Promise<void> {
  // Files of the server are readable by its own user alone.
  process.umask(0o077);
  const hadSecret = existsSync(secretPath(placeOf(process.env).dataDirectory));
  try {
    const config = readConfig(process.env);
    for (const problem of protectDataDirectory(config.dataDirectory)) console.warn(problem);
    const log = createLog(config.logLevel);
    process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled promise rejection'));
    // Warns as soon as an empty database is made: an operator who expected data can stop before users start anew.
    const isLost = hadSecret && config.databaseUrl === undefined && !existsSync(join(config.dataDirectory, 'database'));
    const app = await start(config, log);
    if (isLost) console.warn(lostDatabase(config.dataDirectory));
    for (const problem of [...warningsAbout(config), ...app.problems]) console.warn(problem);
    announce(config, app.port);
    stopOnSignals(app);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exit(1);
  }
}

/** Returns the reason of a failed start, as a sentence if known. */
function sentenceOf(error: unknown): unknown {
  if (error instanceof AppError) return error.message;
  return startRefusal(error, placeOf(process.env)) ?? error;
}

/** Returns the place of the data, even if the rest of the environment is invalid. */
const placeOf = ({ DATA_DIR, DATABASE_URL }: NodeJS.ProcessEnv) => ({
  dataDirectory: resolve(DATA_DIR || defaultDataDirectory),
  databaseUrl: DATABASE_URL || undefined,
});

const lostDatabase = (directory: string) =>
  `An empty database was made in ${directory}, where a session secret was already, but no database. Where there should be data, stop this server, bring back the directory "database" or a backup (npm run restore -- FILE), and start again.`;

async function start(config: Config, log: ReturnType<typeof createLog>): Promise<App> {
  // The database takes as long to open as the rest to load.
  const [connection, { startApp }] = await Promise.all([openDatabase(config), import('./app.ts')]);
  const directories = {
    client: directoryOf('dist'),
    templates: directoryOf('assets/templates'),
    thumbnails: directoryOf('assets/thumbnails'),
  };
  try {
    return await startApp(config, connection, directories, log);
  } catch (error) {
    await connection.close();
    const { code, port } = error as NodeJS.ErrnoException & { port?: number };
    if (code !== 'EADDRINUSE') throw error;
    const taken = port ?? config.port;
    const name = taken === config.metricsPort ? 'METRICS_PORT' : 'PORT';
    const message = `Port ${taken} is in use by another program. Stop it, or choose another port: ${name}=${taken + 1} npm start`;
    throw new AppError('conflict', message, { cause: error });
  }
}

function announce(config: Config, port: number): void {
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  console.log(`Harmonic Universe is ready at http://${everywhere ? 'localhost' : config.host}:${port}`);
}

function stopOnSignals(app: App): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), shutdownMs).unref();
    await app.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

if (import.meta.main) await runServer();
