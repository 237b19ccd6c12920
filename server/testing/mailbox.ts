import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
}

/** A mail server that stores what it receives. */
export interface Mailbox {
  /** Environment of a server that sends its mail here. */
  readonly variables: Record<string, string>;
  readonly letters: readonly ReceivedMail[];
  /** Rejects the next `letters` mails: those to an address, if given, else any. */
  refuse(letters: number, to?: string): void;
  /** Waits for the next mail to an address with this text in its subject, and removes it. */
  take(to: string, subject: string): Promise<ReceivedMail>;
  close(): void;
}

const patienceMs = 20_000;

/** Starts a mail server with as much of RFC 5321 as a client needs, without TLS; on a free port by default. */
export async function startMailbox(port = 0, host = '127.0.0.1'): Promise<Mailbox> {
  const letters: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let refusing = { letters: 0, to: '' };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const say = (line: string) => void socket.write(`${line}\r\n`);
    let [buffer, to, isLetter] = ['', '', false];
    const hear = (line: string): void => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'RCPT' && refusing.letters > 0 && line.includes(refusing.to)) {
        refusing.letters -= 1;
        say('451 Try again later');
        return;
      }
      if (verb === 'RCPT') to = /<(.*)>/.exec(line)![1]!;
      isLetter = verb === 'DATA';
      say({ DATA: '354 Go on', QUIT: '221 Bye', STAR: '502 No TLS here' }[verb] ?? '250 Fine');
    };
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const end = isLetter ? '\r\n.\r\n' : '\r\n';
        const at = buffer.indexOf(end);
        if (at < 0) return;
        const whole = buffer.slice(0, at);
        buffer = buffer.slice(at + end.length);
        if (!isLetter) hear(whole);
        else {
          letters.push(read(to, whole));
          isLetter = false;
          say('250 Kept');
        }
      }
    });
    say('220 A mailbox');
  }).listen(port, host);
  await once(server, 'listening');

  return {
    variables: {
      SMTP_URL: `smtp://${host}:${(server.address() as AddressInfo).port}`,
      MAIL_FROM: 'Harmonic Universe <post@universe.example>',
      PUBLIC_URL: 'https://universe.example',
    },
    letters,
    refuse: (count, to = '') => (refusing = { letters: count, to }),
    async take(to, subject) {
      const deadline = performance.now() + patienceMs;
      for (;;) {
        const at = letters.findIndex((letter) => letter.to === to && letter.subject.includes(subject));
        if (at >= 0) return letters.splice(at, 1)[0]!;
        if (performance.now() > deadline) throw new Error(`No letter to ${to}: ${JSON.stringify(letters.slice(-5))}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Parses a plain text mail: recipient, subject and decoded text. */
function read(to: string, whole: string): ReceivedMail {
  const [head = '', ...body] = whole.split('\r\n\r\n');
  const text = body.join('\r\n\r\n').replaceAll('=\r\n', '');
  const isEncoded = /^content-transfer-encoding: quoted-printable/im.test(head);
  const decoded = isEncoded ? text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
  return { to, subject: /^subject: (.*)$/im.exec(head)?.[1] ?? '', text: decoded.replaceAll('\r\n', '\n') };
}
