import { connect, type Socket } from 'node:net';
import { sleep, waitUntil } from './until.ts';

const patienceMs = 10_000;

/** A connection on which bytes are written as they are, and what comes back is read as it comes. */
export interface RawLine {
  readonly socket: Socket;
  /** Status codes of the answers so far. */
  readonly statuses: readonly number[];
  /** All that has come back. */
  readonly text: string;
  readonly isClosed: boolean;
  write(data: string | Buffer): void;
  /** Waits for so many answers, or the end. @returns their status codes */
  answers(count: number): Promise<readonly number[]>;
  /** Waits for the end of the connection. @returns false where it did not come */
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
  // An interim answer is not the answer.
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

/** The head of a request: its first line, and headers one a line; `Host` is that of the server where none is named. */
export function headOf(url: string, line: string, headers: readonly string[] = []): string {
  const host = headers.some((header) => /^host:/i.test(header)) ? [] : [`Host: ${new URL(url).host}`];
  return `${[line, ...host, ...headers].join('\r\n')}\r\n\r\n`;
}

/** Writes a chunked body that never ends, as fast as it is taken. @returns bytes that were handed over until the connection closed */
export async function pourChunks({ socket, closed }: RawLine, mostBytes: number): Promise<number> {
  const chunk = Buffer.from(`4000\r\n${' '.repeat(0x4000)}\r\n`);
  let poured = 0;
  const isOver = () => socket.destroyed || !socket.writable;
  while (!isOver() && poured < mostBytes) {
    poured += chunk.length;
    if (socket.write(chunk)) await sleep(0);
    else await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed(3000)]);
  }
  return socket.bytesWritten;
}
