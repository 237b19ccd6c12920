import { createTransport } from 'nodemailer';
import { type MailConfig, thisMachine } from '../config.ts';

export interface Letter {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

export interface Mailer {
  /** @throws where the other server does not take it, or does not answer in time. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Longest that a server of mail may take for a connection, for its greeting, and between two answers. */
const patienceMs = 10_000;

/**
 * Sends letters by the configured mail server. They hold the secrets of links, so they leave this machine over TLS alone, whatever
 * the other server says it can do; only `?ignoreTLS=true` in its URL allows plain text.
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
        // What went wrong is logged and kept with the job: nothing of the letter is, and the other server's words may hold the address.
        throw new Error(['The mail server did not take a letter:', code, responseCode].filter((part) => part !== undefined).join(' '));
      });
    },
    close: () => transport.close(),
  };
}
