import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../shared/api/errors.ts';
import { providerIdPattern } from '../shared/api/accounts/user.ts';
import { keptSecret, minSecretLength } from './kept-secret.ts';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean),
);

/** Id of the key that is derived from the session secret (server/services/secrets/derived-keys.ts). */
export const sessionKeyId = 'session';

/** A key of 32 bytes. Its id is stored with everything that it encrypts. */
export interface DataKey {
  id: string;
  bytes: Buffer;
}

const dataKey = z
  .string()
  .regex(/^[a-z0-9-]{1,16}:[A-Za-z0-9+/]{43}=$/, 'must be id:key, the id 1 to 16 of a–z, 0–9 and -, the key 32 bytes as base64')
  .transform((entry): DataKey => {
    const [id, bytes] = entry.split(':') as [string, string];
    return { id, bytes: Buffer.from(bytes, 'base64') };
  })
  .refine(({ id }) => id !== sessionKeyId, `must have another id than ${sessionKeyId}`);

/** Host names of this machine. */
export const thisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** URL of a server that gets secrets: only one on this machine may be used without encryption. */
const endpoint = z
  .url({ protocol: /^https?$/, error: 'must be an https:// URL' })
  .refine((url) => url.startsWith('https:') || thisMachine.has(new URL(url).hostname), 'must be an https:// URL');

const providerFields = {
  /** Part of URLs and stored identities: it must never change for a provider. */
  id: z.string().regex(providerIdPattern, 'must be 1 to 20 of a–z, 0–9 and -'),
  /** Label of the button. */
  name: z.string().min(1).max(40),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scope: z.string().min(1).optional(),
};

/** A provider of OpenID Connect, configured by its issuer, or of OAuth 2, by its endpoints. */
const provider = z.union(
  [
    z.strictObject({ ...providerFields, issuer: endpoint }),
    z.strictObject({ ...providerFields, authorizationEndpoint: endpoint, tokenEndpoint: endpoint, userinfoEndpoint: endpoint }),
  ],
  'must have id, name, clientId, clientSecret, and an https:// issuer or authorizationEndpoint, tokenEndpoint and userinfoEndpoint',
);
export type ProviderConfig = z.infer<typeof provider>;

const providers = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.array(provider).refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'must not name an id twice'));

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port from 0 to 65535')
  .transform(Number)
  .pipe(z.int().max(65535));

/** What the name of a process among several looks like. */
export const nodeNamePattern = /^[a-z0-9]{1,20}$/;

/** The data directory, unless the environment sets one. */
export const defaultDataDirectory = 'data';

const variablesSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(2567),
  /** Port of the metrics, on this machine only. */
  METRICS_PORT: port.optional(),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default(defaultDataDirectory),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }).optional(),
  /** A copy of the database for reads that may be a little behind. */
  DATABASE_REPLICA_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }).optional(),
  /** Redis, for what processes share and may lose. With it, several processes may use one database. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// or rediss:// URL' }).optional(),
  /** Name of this process among several: the proxy in front knows it by this name. */
  NODE_NAME: z.string().regex(nodeNamePattern, 'must be 1 to 20 of a–z and 0–9').optional(),
  /** Address at which other processes reach this one. */
  NODE_ADDRESS: z
    .url({ protocol: /^http$/, error: 'must be an http:// URL' })
    .transform((url) => new URL(url).origin)
    .optional(),
  SESSION_SECRET: z
    .string()
    .min(minSecretLength)
    .refine((secret) => secret.trim() !== '', 'must not be blank')
    .optional(),
  /** Accepts another session secret than the database was written with: its fingerprint, as in the error message. */
  ACCEPT_SECRET: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'must be 12 of 0–9 and a–f')
    .optional(),
  /** Keys that encrypt e-mail addresses and private notes: the first one encrypts, all of them decrypt. */
  DATA_KEYS: list
    .pipe(z.array(dataKey).refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'must not name an id twice'))
    .optional(),
  /** Public URL of this server: the start of all URLs that it sends, and the only host that it accepts. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
    .refine((url) => new URL(url).pathname === '/', 'must have no path')
    .transform((url) => new URL(url).origin)
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// URL' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>@"\p{Cc}]{1,80} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u, 'must be an address, or a name and an <address>')
    .optional(),
  /** Identity providers. */
  OAUTH_PROVIDERS: providers.optional(),
  /** Contact for vulnerability reports, served in /.well-known/security.txt. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(?:mailto:|https:\/\/)\S+$/, 'must be a mailto: or https:// URL')
    .optional(),
  /** Sentry, or a server that speaks its protocol: gets the errors of pages. */
  SENTRY_DSN: z
    .url({ error: 'must be https://KEY@HOST/PROJECT' })
    .refine((url) => /^https?:\/\/\w+@[^/@?#]+(?:\/[\w-]+)*\/\d+$/.test(url), 'must be https://KEY@HOST/PROJECT')
    .refine((url) => url.startsWith('https:') || thisMachine.has(new URL(url).hostname), 'must be an https:// URL')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  /** Further origins that may open rooms and change data. */
  ALLOWED_ORIGINS: list.pipe(z.array(z.url())).optional(),
  /** A newcomer to a run older than this gets a snapshot of another member instead of a log to replay. */
  REPLAY_SECONDS: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number of seconds')
    .default('20')
    .transform(Number),
  /** Number of trusted proxies in front, for the client address. */
  TRUST_PROXY: z.string().regex(/^\d$/, 'must be a number from 0 to 9').default('0').transform(Number),
});

/**
 * Mail needs a sender. Mail and identity providers need the public URL, except in development. Metrics need a port of their own. Several
 * processes need a database and a secret that they share, and a proxy in front that knows their names.
 */
const environmentSchema = variablesSchema.superRefine((given, context) => {
  const need = (name: keyof typeof given, because: keyof typeof given) => {
    if (given[because] === undefined || given[name] !== undefined) return;
    context.addIssue({ code: 'custom', path: [name], message: `is needed with ${because}` });
  };
  need('MAIL_FROM', 'SMTP_URL');
  if (given.METRICS_PORT === given.PORT && given.PORT !== 0)
    context.addIssue({ code: 'custom', path: ['METRICS_PORT'], message: 'must be another port than PORT' });
  for (const name of ['DATABASE_URL', 'SESSION_SECRET', 'PUBLIC_URL', 'NODE_NAME'] as const) need(name, 'REDIS_URL');
  if (given.REDIS_URL !== undefined && given.TRUST_PROXY === 0)
    context.addIssue({ code: 'custom', path: ['TRUST_PROXY'], message: 'must be 1 or more with REDIS_URL' });
  need('DATABASE_URL', 'DATABASE_REPLICA_URL');
  if (given.NODE_ENV === 'development') return;
  need('PUBLIC_URL', 'SMTP_URL');
  need('PUBLIC_URL', 'OAUTH_PROVIDERS');
});

export interface MailConfig {
  /** smtp:// or smtps://, with user and password if needed. */
  smtpUrl: string;
  from: string;
}

/** A process among several on one database. */
export interface NodeConfig {
  redisUrl: string;
  name: string;
  /** Origin at which other processes reach this one. */
  address: string;
}

export interface Config {
  environment: 'development' | 'test' | 'production';
  /** 0 uses any free port. */
  port: number;
  /** Null if no metrics are served; 0 uses any free port. */
  metricsPort: number | null;
  host: string;
  dataDirectory: string;
  databaseUrl: string | undefined;
  replicaUrl: string | undefined;
  /** Null where this is the only process on its database. */
  node: NodeConfig | null;
  sessionSecret: string;
  /** Fingerprint of a session secret that may replace the one before; undefined for none. */
  acceptedSecret: string | undefined;
  dataKeys: readonly DataKey[];
  logLevel: string;
  allowedOrigins: readonly string[];
  trustedProxies: number;
  replaySeconds: number;
  /** Public origin of this server. */
  publicUrl: string;
  /** The same if configured, else null; if set, the server accepts no other host. */
  publicOrigin: string | null;
  /** Null if no mail is sent. */
  mail: MailConfig | null;
  providers: readonly ProviderConfig[];
  /** A mailto: or https:// URL, or null if none is configured. */
  securityContact: string | null;
  /** Where errors of pages are sent; null for nowhere. */
  sentryDsn: string | null;
}

/** Reads the environment. @throws AppError `invalid-input` that names each bad variable, its rule and its value. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message: rule }) => {
      const name = String(path[0]);
      return { path: name, rule, reason: 'unfit', params: {}, value: secret.has(name) ? '(hidden)' : (given[name] ?? '') };
    });
    const found = issues.map(({ path, rule, value }) => `  ${path}=${String(value)}: ${rule}`);
    throw new AppError('invalid-input', `The environment has a bad value:\n${found.join('\n')}`, { issues });
  }
  const values = parsed.data;
  const dataDirectory = resolve(values.DATA_DIR);
  return {
    environment: values.NODE_ENV,
    port: values.PORT,
    metricsPort: values.METRICS_PORT ?? null,
    host: values.HOST,
    dataDirectory,
    databaseUrl: values.DATABASE_URL,
    replicaUrl: values.DATABASE_REPLICA_URL,
    node: nodeOf(values),
    sessionSecret: values.SESSION_SECRET ?? keptSecret(dataDirectory),
    acceptedSecret: values.ACCEPT_SECRET,
    dataKeys: values.DATA_KEYS ?? [],
    logLevel: values.LOG_LEVEL,
    allowedOrigins: values.ALLOWED_ORIGINS ?? (values.NODE_ENV === 'development' ? developmentOrigins : []),
    trustedProxies: values.TRUST_PROXY,
    replaySeconds: values.REPLAY_SECONDS,
    publicOrigin: values.PUBLIC_URL ?? null,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    mail: values.SMTP_URL === undefined ? null : { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM! },
    providers: values.OAUTH_PROVIDERS ?? [],
    securityContact: values.SECURITY_CONTACT ?? null,
    sentryDsn: values.SENTRY_DSN ?? null,
  };
}

function nodeOf({ REDIS_URL, NODE_NAME, NODE_ADDRESS, PORT }: z.infer<typeof environmentSchema>): NodeConfig | null {
  if (REDIS_URL === undefined) return null;
  return { redisUrl: REDIS_URL, name: NODE_NAME!, address: NODE_ADDRESS ?? `http://127.0.0.1:${PORT}` };
}

/** Reads only the database settings from the environment, for tools. @throws AppError as `readConfig` does. */
export function readDatabasePlace(variables: Readonly<Record<string, string | undefined>>): Pick<Config, 'databaseUrl' | 'dataDirectory'> {
  const { DATA_DIR, DATABASE_URL } = variables;
  const { databaseUrl, dataDirectory } = readConfig({ DATA_DIR, DATABASE_URL, SESSION_SECRET: unusedSecret });
  return { databaseUrl, dataDirectory };
}

/** Placeholder, so that no secret file is created. */
const unusedSecret = 'abcdefghijklmnopqrstuvwxyz-unused';

/** Origins from which Vite serves the client in `npm run dev`. */
const developmentOrigins = ['http://localhost:5173', 'http://127.0.0.1:5173'];

const secret = new Set([
  'SESSION_SECRET',
  'DATA_KEYS',
  'DATABASE_URL',
  'DATABASE_REPLICA_URL',
  'REDIS_URL',
  'SMTP_URL',
  'OAUTH_PROVIDERS',
  'SENTRY_DSN',
]);
