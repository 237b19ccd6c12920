import { describe, faultOf } from '../../shared/suggestion/index.ts';
import { type Finding, judge } from '../form/judge.ts';
import { mean, quantile, rounded } from '../statistics.ts';
import { proposals } from './candidates.ts';

const shown = 9;
const measured = 60;

/** CPU milliseconds of this process so far. */
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Returns the CPU milliseconds of describing the next candidate, and whether it may be shown. */
function take({ start, proposal, freedom }: ReturnType<typeof proposals>[number]): { ms: number; good: boolean } {
  const before = cpuMs();
  const good = faultOf(start, proposal, describe(proposal), freedom) === null;
  return { ms: cpuMs() - before, good };
}

/**
 * Measures what a candidate costs, and the CPU seconds until nine may be shown, in code that no engine has seen yet: call it before anything
 * else.
 */
export function judgeCost(): { findings: Record<string, Finding>; figures: Record<string, unknown> } {
  const began = cpuMs();
  let good = 0;
  let index = 0;
  const candidates = proposals(measured + 4 * shown);
  while (good < shown) if (take(candidates[index++]!).good) good += 1;
  const firstNine = (cpuMs() - began) / 1000;
  const costs = candidates.slice(index, index + measured).map((candidate) => take(candidate).ms);
  return {
    findings: {
      candidate_cpu_ms: judge(new Map([[`the mean of ${measured}`, mean(costs)]]), { max: 150 }),
      first_nine_cpu_s: judge(new Map([['from a cold start', firstNine]]), { max: 2.5 }),
    },
    figures: {
      candidate_cpu_ms_median: rounded(quantile(costs, 0.5)),
      candidate_cpu_ms_ninth_tenth: rounded(quantile(costs, 0.9)),
      candidate_cpu_ms_most: rounded(Math.max(...costs)),
      first_nine_tried: index,
    },
  };
}
