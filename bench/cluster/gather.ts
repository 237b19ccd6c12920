import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { BusyOrder, BusyReport } from './orders.ts';

/** The processes of the members. */
export interface BusyMembers {
  readonly pids: readonly number[];
  /** Tells each process something, of its own where `orderOf` depends on it. @throws Error if one fails */
  tell(orderOf: (index: number) => BusyOrder): Promise<BusyReport[]>;
  figures(): Promise<{ confirmed: number; latencies: number[] }>;
  end(): void;
}

function tellOne(child: ChildProcess, order: BusyOrder): Promise<BusyReport> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('a process of the crowd ended'));
    child.once('exit', ended);
    child.once('message', (report: BusyReport) => {
      child.off('exit', ended);
      if (report.kind === 'failed') reject(new Error(report.what));
      else resolve(report);
    });
    child.send(order);
  });
}

export function gatherCrowd(processes: number): BusyMembers {
  const children = Array.from({ length: processes }, () => fork(join(import.meta.dirname, 'crowd.ts')));
  const tell: BusyMembers['tell'] = (orderOf) => Promise.all(children.map((child, index) => tellOne(child, orderOf(index))));
  return {
    pids: children.map(({ pid }) => pid!),
    tell,
    async figures() {
      const all = (await tell(() => ({ kind: 'report' }))).filter((report) => report.kind === 'figures');
      return {
        confirmed: all.reduce((sum, { confirmed }) => sum + confirmed, 0),
        latencies: all[0]!.latencies.map((_, ms) => all.reduce((sum, { latencies }) => sum + latencies[ms]!, 0)),
      };
    },
    end() {
      for (const child of children) child.kill();
    },
  };
}
