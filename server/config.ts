import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../shared/api/errors.ts';
import { fieldIssues } from '../shared/api/field-issues.ts';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean),
);

const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port from 0 to 65535')
    .default('2567')
    .transform(Number)
    .pipe(z.int().max(65535)),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }).optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  /** Origins beside our own that may open rooms and change things. */
  ALLOWED_ORIGINS: list.pipe(z.array(z.url())).optional(),
  /** A run older than this is handed to a newcomer as a snapshot of another member, instead of a log to replay. */
  REPLAY_SECONDS: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number of seconds')
    .default('20')
    .transform(Number),
  /** How many proxies in front of us to believe about a visitor's address. */
  TRUST_PROXY: z.string().regex(/^\d$/, 'must be a number from 0 to 9').default('0').transform(Number),
});

export interface Config {
  environment: 'development' | 'test' | 'production';
  /** 0 takes any free port. */
  port: number;
  host: string;
  dataDirectory: string;
  databaseUrl: string | undefined;
  sessionSecret: string;
  logLevel: string;
  allowedOrigins: readonly string[];
  trustedProxies: number;
  replaySeconds: number;
}

/** Reads the environment. @throws AppError `invalid-input` that names each bad variable, its rule and its value. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const issues = fieldIssues(parsed.error, given).map(({ path, rule }) => {
      const name = path.split('.')[0]!;
      return { path: name, rule, value: secret.has(name) ? '(hidden)' : given[name] };
    });
    const found = issues.map(({ path, rule, value }) => `  ${path}=${String(value)}: ${rule}`);
    throw new AppError('invalid-input', `The environment has a bad value:\n${found.join('\n')}`, { issues });
  }
  const values = parsed.data;
  const dataDirectory = resolve(values.DATA_DIR);
  return {
    environment: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    dataDirectory,
    databaseUrl: values.DATABASE_URL,
    sessionSecret: values.SESSION_SECRET ?? keptSecret(dataDirectory),
    logLevel: values.LOG_LEVEL,
    allowedOrigins: values.ALLOWED_ORIGINS ?? (values.NODE_ENV === 'development' ? developmentOrigins : []),
    trustedProxies: values.TRUST_PROXY,
    replaySeconds: values.REPLAY_SECONDS,
  };
}

/** Where Vite serves the client from in `npm run dev`. */
const developmentOrigins = ['http://localhost:5173', 'http://127.0.0.1:5173'];

const secret = new Set(['SESSION_SECRET', 'DATABASE_URL']);

/** The secret made at the first start, so that sessions outlive a restart. */
function keptSecret(dataDirectory: string): string {
  const path = join(dataDirectory, 'session-secret');
  mkdirSync(dataDirectory, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
