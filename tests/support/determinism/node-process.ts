/** Runs jobs in a process of another Node, bundled: reads a job per line and writes an outcome per line. */
import { createInterface } from 'node:readline';
import { type Job, runJob } from './battery.ts';

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(runJob(JSON.parse(line) as Job))}\n`);
}
