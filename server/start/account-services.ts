import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { JobQueue } from '../ops/job-queue.ts';
import { createMailer } from '../ops/mailer.ts';
import { createDeviceCookies } from '../auth/device-cookies.ts';
import { createIdentity } from '../auth/identity.ts';
import { createProviders } from '../auth/providers.ts';
import { createAccounts } from '../services/accounts/accounts.ts';
import { createAuditLogService } from '../services/accounts/audit-log-service.ts';
import { createProviderSignIns } from '../services/accounts/provider-sign-ins.ts';
import { createGuestService } from '../services/accounts/guest-service.ts';
import { createPasswordGuard } from '../services/accounts/password-guard.ts';
import { createRecovery } from '../services/accounts/recovery.ts';
import { createSessionService } from '../services/accounts/session-service.ts';
import { createUserService } from '../services/accounts/user-service.ts';
import type { Jobs } from '../services/jobs.ts';
import { createEmailHash } from '../services/secrets/derived-keys.ts';
import type { SealedText } from '../services/secrets/sealed-text.ts';
import type { UniverseService } from '../services/universes/universe-service.ts';
import { hasSecureCookies } from './secure-cookies.ts';
import type { Shared } from './shared.ts';

/** Services that accounts depend on. */
interface Foundation {
  db: Database;
  reads: Database;
  jobs: JobQueue<Jobs>;
  sealedText: SealedText;
  universes: UniverseService;
  shared: Pick<Shared, 'events' | 'limiters'>;
}

/** Creates the services for users, accounts, sessions and sign-in methods. */
export function createAccountServices(config: Config, { db, reads, jobs, sealedText, universes, shared }: Foundation) {
  const { sessionSecret: secret, mail, publicUrl } = config;
  const secureCookies = hasSecureCookies(config);
  const [users, guests, sessions] = [createUserService(db, reads), createGuestService(db), createSessionService(db)];
  const accounts = createAccounts({
    db,
    universes,
    sealedText,
    emailHash: createEmailHash(secret),
    jobs,
    sendsMail: mail !== null,
    guard: createPasswordGuard(shared.limiters),
  });
  const mailer = mail && createMailer(mail);
  const devices = createDeviceCookies({ secret, secureCookies });
  return {
    users,
    guests,
    accounts,
    mailer,
    /** Null if no mail is sent. */
    recovery: mailer && createRecovery({ db, accounts, jobs, mailer, publicUrl }),
    identity: createIdentity({ sessions, users, accounts, guests, secret, secureCookies, devices, events: shared.events }),
    activity: createAuditLogService(db),
    arrivals: createProviderSignIns(db, accounts),
    providers: createProviders(config.providers, publicUrl),
  };
}
