/** The battery in a browser's worker: jobs in, outcomes out. */
import { type Job, runJob } from './battery.ts';

self.onmessage = ({ data }: MessageEvent<Job>) => {
  try {
    self.postMessage(runJob(data));
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
