import '../engine/trusted-types.ts';
import type { SearchJob, SearchReport, SearchRequest } from './protocol.ts';

/** Searches suggestions in a worker; a new search ends the one before. */
export interface Suggester {
  search(request: Omit<SearchRequest, 'kind' | 'id'>): void;
  /** Holds the search up, or lets it go on. */
  pause(isPaused: boolean): void;
  dispose(): void;
}

/** Creates a suggester; `told` gets the reports of the newest search alone. */
export function createSuggester(told: (report: SearchReport) => void): Suggester {
  const worker = new Worker(new URL('./suggest-worker.ts', import.meta.url), { type: 'module', name: 'suggestions' });
  let newest = 0;
  const post = (job: SearchJob) => worker.postMessage(job);
  worker.onmessage = ({ data }: MessageEvent<SearchReport>) => {
    if (data.id === newest) told(data);
  };
  worker.onerror = (event) => told({ id: newest, kind: 'failed', message: event.message });
  return {
    search(request) {
      newest += 1;
      post({ kind: 'search', id: newest, ...request });
    },
    pause: (isPaused) => post({ kind: 'pause', isPaused }),
    dispose: () => worker.terminate(),
  };
}
