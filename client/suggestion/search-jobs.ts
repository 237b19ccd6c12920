import { describe } from '../../shared/suggestion/index.ts';
import { builtInLenders } from './lenders.ts';
import type { SearchJob, SearchReport, SearchRequest } from './protocol.ts';
import { search } from './search.ts';

type Tell = (report: SearchReport) => void;

/** They are described after the first search: it does not wait for them. */
const lenders = builtInLenders();
/** The newest search: it ends all earlier ones. */
let newest: SearchRequest | null = null;
let isPaused = false;
const pauseMs = 100;

/** Lets messages in, between two candidates, and waits where the search is held up. */
async function breathe(): Promise<void> {
  do await new Promise<void>((resolve) => setTimeout(resolve, isPaused ? pauseMs : 0));
  while (isPaused);
}

async function work(request: SearchRequest, tell: Tell): Promise<void> {
  const { id } = request;
  for (const finding of search(request, lenders)) {
    if (finding) tell({ id, ...finding });
    await breathe();
    if (newest !== request) return;
  }
  await describeLenders(request);
}

/** Describes the lenders while nothing else is to be done. */
async function describeLenders(after: SearchRequest): Promise<void> {
  for (const [index, lender] of lenders.entries()) {
    if (lender.values) continue;
    lenders[index] = { ...lender, values: describe(lender.document).values };
    await breathe();
    if (newest !== after) return;
  }
}

/** Takes a job; `tell` gets its reports. */
export function acceptJob(job: SearchJob, tell: Tell): void {
  if (job.kind === 'pause') {
    ({ isPaused } = job);
    return;
  }
  newest = job;
  work(job, tell).catch((error: unknown) => {
    tell({ id: job.id, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
}
