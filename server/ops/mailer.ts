import { createTransport } from 'nodemailer';
import { type MailConfig, thisMachine } from '../config.ts';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

export interface Mailer {
  /** @throws if the mail server rejects the mail or does not answer in time. */
  send(letter: Mail): Promise<void>;
  close(): void;
}

/** The maximum time for a connection to the mail server, for its greeting, and between two responses. */
const patienceMs = 10_000;

/**
 * Sends mail through the configured mail server. Mails contain secret links, so they leave this machine only over TLS, whatever the other
 * server offers; only `?ignoreTLS=true` in its URL allows plain text.
 */
export function createMailer({ smtpUrl, from }: MailConfig): Mailer {
  const { hostname, searchParams } = new URL(smtpUrl);
  const transport = createTransport({
    url: smtpUrl,
    requireTLS: !thisMachine.has(hostname) && searchParams.get('ignoreTLS') !== 'true',
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter) {
      await transport.sendMail({ from, ...letter }).catch(({ code, responseCode }: { code?: string; responseCode?: number }) => {
        // The error is logged and stored with the job: it contains nothing of the mail, nor the server's message, which may contain the
        // address.
        throw new Error(['The mail server did not take a letter:', code, responseCode].filter((part) => part !== undefined).join(' '));
      });
    },
    close: () => transport.close(),
  };
}
