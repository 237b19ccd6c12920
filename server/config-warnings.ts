import { type Config, thisMachine } from './config.ts';
import { flawOf } from './kept-secret.ts';

/** `sslmode`s with which `pg` encrypts and validates the certificate. */
const validatedModes: ReadonlySet<string | null> = new Set(['prefer', 'require', 'verify-ca', 'verify-full']);

function isSafeDatabase(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl);
  if (hostname === '' || thisMachine.has(hostname)) return true;
  return validatedModes.has(searchParams.get('sslmode')) || ['true', '1'].includes(searchParams.get('ssl') ?? '');
}

/** Returns a sentence for each setting that is allowed and makes a public server less safe. None contains a secret. */
export function warningsAbout(config: Config): string[] {
  const { environment, publicUrl, trustedProxies, databaseUrl, replicaUrl, sessionSecret } = config;
  const isPublic = publicUrl.startsWith('https:');
  const warnings: string[] = [];
  if (isPublic && environment === 'development')
    warnings.push('NODE_ENV=development lets pages of http://localhost:5173 use this server: set NODE_ENV=production.');
  if (isPublic && environment === 'production' && trustedProxies === 0)
    warnings.push(
      'TRUST_PROXY=0 with an https:// PUBLIC_URL: cookies are not Secure, and all visitors count as one. Set it to the number of proxies.',
    );
  // Accounts are found by this secret: a running server with a weak one gets a warning, not an error.
  const flaw = flawOf(sessionSecret);
  if (flaw !== null) warnings.push(`SESSION_SECRET ${flaw}: draw one by chance before anybody has an account here.`);
  for (const [name, url] of Object.entries({ DATABASE_URL: databaseUrl, DATABASE_REPLICA_URL: replicaUrl })) {
    if (url !== undefined && !isSafeDatabase(url))
      warnings.push(`${name} reaches ${new URL(url).hostname} without TLS that is validated: end it with ?sslmode=verify-full.`);
  }
  return warnings;
}
