import { judgeCore } from './suggestions/core.ts';
import { judgeSearch } from './suggestions/search.ts';
import { judgeWords } from './suggestions/words.ts';

const judges = { core: judgeCore, words: judgeWords, search: judgeSearch } as const;
type Part = keyof typeof judges;
const isPart = (name: string): name is Part => Object.hasOwn(judges, name);

/**
 * Measures suggestions: what a candidate costs, whether descriptions tell universes apart, whether the guard lets a bad proposal pass, where words
 * lead, and how near simulated users come to what they seek, which takes more than an hour. `SUGGESTION_PARTS`: `core`, `words`, `search`, separated
 * by commas; all unless told. `SUGGESTION_PROPOSALS`: how many proposals the guard gets, 1000 unless told. `SUGGESTION_TEMPLATES` and
 * `SUGGESTION_TRIALS`: of the words; `SUGGESTION_USERS` and `SUGGESTION_METHODS`: of the search.
 */
export async function run(): Promise<Record<string, unknown>> {
  const names = process.env.SUGGESTION_PARTS?.split(',') ?? Object.keys(judges);
  const parts = names.filter(isPart).map((name) => judges[name]());
  const findings = parts.flatMap((part) => Object.entries(part.findings));
  return {
    ...Object.fromEntries(findings),
    ...Object.fromEntries(parts.flatMap((part) => Object.entries(part.figures))),
    bars: findings.length,
    met: findings.filter(([, { met }]) => met).length,
  };
}
