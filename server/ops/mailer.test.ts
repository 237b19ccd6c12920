import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Mailbox, startMailbox } from '../testing/mailbox.ts';
import { createMailer } from './mailer.ts';

const letter = { to: 'ada@example.org', subject: 'Confirm', text: 'A secret.' };
/** A mail server on this machine with an address that is not known to be local. */
let elsewhere: Mailbox;
let near: Mailbox;

beforeAll(async () => {
  [elsewhere, near] = await Promise.all([startMailbox(0, '127.0.0.2'), startMailbox()]);
});
afterAll(() => {
  elsewhere.close();
  near.close();
});

async function send({ variables, letters }: Mailbox, more = ''): Promise<{ error: string | undefined; received: number }> {
  const mailer = createMailer({ smtpUrl: `${variables.SMTP_URL}/${more}`, from: 'post@universe.example' });
  const error = await mailer.send(letter).then(
    () => undefined,
    ({ message }: Error) => message,
  );
  mailer.close();
  return { error, received: letters.length };
}

it('sends no mail without TLS to another machine, and transmits nothing of it', async () => {
  expect(await send(elsewhere)).toEqual({ error: 'The mail server did not take a letter: ETLS 502', received: 0 });
});

it('sends plain text to another machine only if the URL allows it, and within this machine', async () => {
  expect(await send(elsewhere, '?ignoreTLS=true')).toEqual({ error: undefined, received: 1 });
  expect(await send(near)).toEqual({ error: undefined, received: 1 });
});
