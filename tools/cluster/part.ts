import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalTree } from './process-tree.ts';

/** A program of a cluster: it can be stopped, killed, paused and started again, always on the same port and with the same data. */
export interface ClusterPart {
  readonly name: string;
  readonly port: number;
  readonly isAlive: boolean;
  /** Its process id; that of the last one if it has ended. */
  readonly pid: number;
  /** Returns what it has written so far. */
  output(): string;
  /** Starts it if it does not run, and waits until it answers. */
  start(): Promise<void>;
  /** Ends it in order, and waits for that. */
  stop(): Promise<void>;
  /** Ends it at once, with all that it started. */
  kill(): Promise<void>;
  /** Stops its clock, with all that it started: it keeps its connections and does not answer. */
  pause(): void;
  resume(): void;
}

export interface PartOptions {
  name: string;
  port: number;
  program: string;
  parameters: readonly string[];
  variables?: Readonly<Record<string, string>>;
  /** The user that it runs as, if not this one. */
  uid?: number | undefined;
  gid?: number | undefined;
  folder: string;
  logFile: string;
  /** Text for its standard input. */
  input?: string;
  /** The signal by which it ends in order. */
  stopSignal: NodeJS.Signals;
  /** Resolves to whether it answers. */
  answers(): Promise<boolean>;
}

/** A start takes a second or two; on a loaded machine, many times that. */
const startMs = 90_000;
/** Longer than a server gives itself. */
const stopMs = 15_000;
const pollMs = 50;

/** Everything that runs, so that nothing outlives this process. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const { pid } of running) signalTree(pid!, 'SIGKILL');
});

/** Describes a part that is not started yet. */
export function createPart(options: PartOptions): ClusterPart {
  const { name, port, logFile, stopSignal, answers } = options;
  let child: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  const isAlive = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const output = () => readFileSync(logFile, 'utf8');
  const signal = (kind: NodeJS.Signals) => {
    if (isAlive()) signalTree(child!.pid!, kind);
  };
  const kill = async () => {
    signal('SIGKILL');
    await ended;
  };
  return {
    name,
    port,
    get isAlive() {
      return isAlive();
    },
    get pid() {
      return child?.pid ?? 0;
    },
    output,
    async start() {
      if (isAlive()) return;
      child = launch(options);
      ended = endOf(child);
      const deadline = performance.now() + startMs;
      while (!(await answers().catch(() => false))) {
        if (!isAlive() || performance.now() > deadline) {
          await kill();
          throw new Error(`${name} did not start:\n${output().slice(-4000)}`);
        }
        await sleep(pollMs);
      }
    },
    async stop() {
      if (!isAlive()) return;
      signal('SIGCONT');
      child!.kill(stopSignal);
      const late = setTimeout(() => signal('SIGKILL'), stopMs);
      await ended;
      clearTimeout(late);
    },
    kill,
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
  };
}

function launch({ program, parameters, variables = {}, uid, gid, folder, logFile, input }: PartOptions): ChildProcess {
  const log = openSync(logFile, 'a');
  const child = spawn(program, parameters, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...variables },
    stdio: [input === undefined ? 'ignore' : 'pipe', log, log],
    // Ctrl-C in the terminal is for this process, which stops the parts in their order.
    detached: true,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  closeSync(log);
  child.stdin?.end(input);
  running.add(child);
  return child;
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      running.delete(child);
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
}
