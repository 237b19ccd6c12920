import '../common/no-compiled-schemas.ts';
import type { SearchJob, SearchReport } from './protocol.ts';

/** The part of the worker's global scope that is used here; the client is typed for the window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<SearchJob>) => void) | null;
  postMessage(report: SearchReport): void;
}

const scope = globalThis as unknown as WorkerScope;

/** Jobs that came before the code that does them. */
const waiting: SearchJob[] = [];
scope.onmessage = ({ data }) => void waiting.push(data);

const { acceptJob } = await import('./search-jobs.ts');
const accept = (job: SearchJob) => acceptJob(job, (report) => scope.postMessage(report));
scope.onmessage = ({ data }) => accept(data);
waiting.forEach(accept);
