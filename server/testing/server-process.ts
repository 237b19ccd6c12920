import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../main.ts', import.meta.url));
/** Timeout of a start: it takes a second or two; on a loaded machine, many times that. */
const patienceMs = 90_000;

/** The server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly output: string;
  readonly pid: number;
  /** True while the process runs. */
  readonly isAlive: boolean;
  /** Sends a signal and waits for the end. @returns the exit code, or null after a kill */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The result of a server that ended by itself. */
export interface EndedProcess {
  code: number | null;
  output: string;
}

function launch(variables: Record<string, string>): { child: ChildProcess; output(): string; ended: Promise<number | null> } {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const environment = { PATH, NODE_COMPILE_CACHE, HOST: '127.0.0.1', PORT: '0', ...variables };
  const child = spawn(process.execPath, [entry], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, output: () => text, ended };
}

/** Starts a server and waits until it is ready. */
export async function startServerProcess(variables: Record<string, string>): Promise<ServerProcess> {
  const { child, output, ended } = launch(variables);
  const deadline = performance.now() + patienceMs;
  let url: string | undefined;
  while (url === undefined) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`The server did not start: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    url = /ready at (\S+)/.exec(output())?.[1];
  }
  return {
    url,
    get output() {
      return output();
    },
    pid: child.pid!,
    get isAlive() {
      return child.exitCode === null && child.signalCode === null;
    },
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs a server that is expected not to start. */
export async function runServerProcess(variables: Record<string, string>): Promise<EndedProcess> {
  const { child, output, ended } = launch(variables);
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const code = await ended;
  clearTimeout(timer);
  return { code, output: output() };
}
