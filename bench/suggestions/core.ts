import type { Finding } from '../form/judge.ts';
import { judgeCost } from './cost.ts';
import { judgeGuard } from './guarded.ts';
import { judgeStability } from './stability.ts';

/** What a part of the benchmark found, and figures without a bar. */
export interface PartFindings {
  readonly findings: Record<string, Finding>;
  readonly figures: Record<string, unknown>;
}

/** Judges descriptions and the guard. The cost comes first: it counts from a cold start. */
export function judgeCore(): PartFindings {
  const parts = [judgeCost, judgeStability, judgeGuard].map((part) => part());
  return {
    findings: Object.assign({}, ...parts.map(({ findings }) => findings)) as Record<string, Finding>,
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)) as Record<string, unknown>,
  };
}
