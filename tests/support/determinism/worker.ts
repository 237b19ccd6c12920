/** Runs jobs in a worker of a browser: receives jobs and sends outcomes. */
import { type Job, runJob } from './battery.ts';

self.onmessage = ({ data }: MessageEvent<Job>) => {
  try {
    self.postMessage(runJob(data));
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
