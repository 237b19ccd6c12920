import { connect, type Socket } from 'node:net';
import { sleep, waitUntil } from '../support/until.ts';

const patienceMs = 10_000;

/** A connection that writes raw bytes and reads the raw answer. */
export interface RawLine {
  readonly socket: Socket;
  /** Status codes of the answers so far. */
  readonly statuses: readonly number[];
  /** The text received so far. */
  readonly text: string;
  readonly isClosed: boolean;
  write(data: string | Buffer): void;
  /** Waits for `count` answers, or the end of the connection. @returns their status codes */
  answers(count: number): Promise<readonly number[]>;
  /** Waits for the end of the connection. @returns false after the timeout */
  closed(withinMs?: number): Promise<boolean>;
  end(): void;
}

export function openRawLine(url: string): RawLine {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  let text = '';
  let isClosed = false;
  socket.setEncoding('utf8').on('data', (data: string) => (text += data));
  socket.on('error', () => {}).on('close', () => (isClosed = true));
  // Skips interim answers.
  const statuses = () => [...text.matchAll(/HTTP\/1\.1 (101|[2-5]\d\d) /g)].map(([, code]) => Number(code));
  const settled = (holds: () => boolean, withinMs: number) =>
    waitUntil(holds, withinMs, () => '').then(
      () => true,
      () => false,
    );
  return {
    socket,
    get statuses() {
      return statuses();
    },
    get text() {
      return text;
    },
    get isClosed() {
      return isClosed;
    },
    write: (data) => void socket.write(data),
    async answers(count) {
      await settled(() => isClosed || statuses().length >= count, patienceMs);
      return statuses();
    },
    closed: (withinMs = patienceMs) => settled(() => isClosed, withinMs),
    end: () => socket.destroy(),
  };
}

/** Returns the head of a request: its first line and its headers; `Host` defaults to that of the server. */
export function headOf(url: string, line: string, headers: readonly string[] = []): string {
  const host = headers.some((header) => /^host:/i.test(header)) ? [] : [`Host: ${new URL(url).host}`];
  return `${[line, ...host, ...headers].join('\r\n')}\r\n\r\n`;
}

/** Writes an endless chunked body as fast as the server accepts it. @returns bytes written until the connection closed */
export async function pourChunks({ socket, closed }: RawLine, maxBytes: number): Promise<number> {
  const chunk = Buffer.from(`4000\r\n${' '.repeat(0x4000)}\r\n`);
  let poured = 0;
  const isOver = () => socket.destroyed || !socket.writable;
  while (!isOver() && poured < maxBytes) {
    poured += chunk.length;
    if (socket.write(chunk)) await sleep(0);
    else await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed(3000)]);
  }
  return socket.bytesWritten;
}
