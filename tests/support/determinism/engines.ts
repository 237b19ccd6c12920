import type { Job, Outcome } from './battery.ts';

export const engineNames = ['node', 'older-node', 'chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

/** Something that runs jobs, one at a time. */
export interface DeterminismEngine {
  readonly name: EngineName;
  /** For a person: `153.7.0esr`. */
  readonly version: string;
  run(job: Job): Promise<Outcome>;
  close(): Promise<void>;
}

/** There is no such engine on this machine; the message says so in a sentence. */
export class MissingEngine extends Error {}

/** What a thread, a process or a page answers to a job. */
export type EngineReply = Outcome | { error: string };

/** One job at a time: `ask` is given out, and what comes to `answer` settles it. */
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
