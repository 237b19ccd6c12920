import { once } from 'node:events';
import { connect } from 'node:net';
import { createPart, type ClusterPart } from './part.ts';

export interface RedisPart extends ClusterPart {
  readonly url: string;
}

interface RedisOptions {
  program: string;
  port: number;
  password: string;
  folder: string;
  logFile: string;
}

/** Asks Redis for a sign of life. */
async function pings(port: number, password: string): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write(`AUTH ${password}\r\nPING\r\n`);
    let answer = '';
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString();
    });
    while (!/PONG|-\w/.test(answer)) await once(socket, 'data', { signal: AbortSignal.timeout(1000) });
    return answer.includes('+PONG');
  } finally {
    socket.destroy();
  }
}

/** Describes a Redis that keeps nothing: what is in it may vanish. */
export function createRedis({ program, port, password, folder, logFile }: RedisOptions): RedisPart {
  const settings = {
    bind: '127.0.0.1',
    port,
    requirepass: password,
    save: '""',
    appendonly: 'no',
    maxmemory: '256mb',
    'maxmemory-policy': 'volatile-ttl',
  };
  const part = createPart({
    name: 'redis',
    port,
    program,
    // From standard input, so that the password is in no list of processes.
    parameters: ['-'],
    input: Object.entries(settings)
      .map(([name, value]) => `${name} ${value}\n`)
      .join(''),
    folder,
    logFile,
    stopSignal: 'SIGTERM',
    answers: () => pings(port, password),
  });
  return Object.assign(part, { url: `redis://:${password}@127.0.0.1:${port}` });
}
