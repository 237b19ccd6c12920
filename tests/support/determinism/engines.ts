import type { Job, Outcome } from './battery.ts';

export const engineNames = ['node', 'older-node', 'chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

/** An engine that runs jobs, one at a time. */
export interface DeterminismEngine {
  readonly name: EngineName;
  /** Version to display, for example `153.7.0esr`. */
  readonly version: string;
  run(job: Job): Promise<Outcome>;
  close(): Promise<void>;
}

/** Error that this machine lacks an engine; its message is a sentence. */
export class MissingEngine extends Error {}

/** The reply of a thread, a process or a page to a job. */
export type EngineReply = Outcome | { error: string };

/** Runs one job at a time: calls `ask` with it, and settles its promise by `answer` or `fail`. */
export function oneAtATime(ask: (job: Job) => void) {
  let settle: { resolve(outcome: Outcome): void; reject(error: Error): void } | null = null;
  return {
    run: (job: Job) =>
      new Promise<Outcome>((resolve, reject) => {
        settle = { resolve, reject };
        ask(job);
      }),
    answer(answer: EngineReply) {
      if ('error' in answer) settle?.reject(new Error(answer.error));
      else settle?.resolve(answer);
    },
    fail(error: Error) {
      settle?.reject(error);
    },
  };
}
