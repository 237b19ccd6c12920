import { fileURLToPath } from 'node:url';
import { AppError } from '../shared/api/errors.ts';
import type { App } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { openDatabase } from './db/database.ts';
import { createLog } from './ops/log.ts';

const directoryOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Longest that open rooms may take to be written down when the server is told to stop. */
const shutdownMs = 10_000;

/** Starts the server as the environment says, tells its address, and stops it when told to. Ends the process where it can't start. */
export async function runServer(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const log = createLog(config.logLevel);
    process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was rejected and nobody looked'));
    const app = await start(config, log);
    for (const problem of app.problems) console.warn(problem);
    announce(config, app.port);
    stopOnSignals(app);
  } catch (error) {
    console.error(error instanceof AppError ? error.message : error);
    process.exit(1);
  }
}

async function start(config: Config, log: ReturnType<typeof createLog>): Promise<App> {
  // The database takes as long to open as the rest does to load.
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
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const message = `Port ${config.port} is in use by another program. Stop it, or choose another port: PORT=${config.port + 1} npm start`;
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
