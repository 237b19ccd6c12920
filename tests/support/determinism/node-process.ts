/** The battery in a process of another Node, bundled: a job in a line, an outcome in a line. */
import { createInterface } from 'node:readline';
import { type Job, runJob } from './battery.ts';

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(runJob(JSON.parse(line) as Job))}\n`);
}
