import { judgeCore } from './suggestions/core.ts';

/**
 * Measures suggestions: what a candidate costs, whether descriptions tell universes apart, and whether the guard lets a bad proposal pass.
 * `SUGGESTION_PROPOSALS`: how many proposals the guard gets, 1000 unless told.
 */
export async function run(): Promise<Record<string, unknown>> {
  const parts = [judgeCore()];
  const findings = parts.flatMap((part) => Object.entries(part.findings));
  return {
    ...Object.fromEntries(findings),
    ...Object.fromEntries(parts.flatMap((part) => Object.entries(part.figures))),
    bars: findings.length,
    met: findings.filter(([, { met }]) => met).length,
  };
}
