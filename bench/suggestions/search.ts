import { type Candidate, describe } from '../../shared/suggestion/index.ts';
import { readTemplates } from '../../tests/support/templates.ts';
import { judge } from '../form/judge.ts';
import { mean, quantile, rounded } from '../statistics.ts';
import type { PartFindings } from './core.ts';
import { type MethodName, methods } from './search/methods.ts';
import { createDescriber, type Knowledge, userOf } from './search/users.ts';

const users = Number(process.env.SUGGESTION_USERS ?? 30);
const rounds = 10;
/** The rounds after which the remaining share is told. */
const told = [3, 5, 10];

const turns = 'gallery and pads in turn' satisfies MethodName;

/** Which methods are run, to save time: all of them, or those in a list with commas. */
const chosenNames = process.env.SUGGESTION_METHODS?.split(',');
const names = (Object.keys(methods) as MethodName[]).filter((name) => !chosenNames || chosenNames.includes(name));

/** Returns the remaining share of the first distance after each round, for each user. */
function searched(name: MethodName, templates: readonly Candidate[], knowledge: Knowledge): number[][] {
  const describer = createDescriber();
  return Array.from({ length: users }, (_, number) => {
    const user = userOf(number, templates, describer, knowledge);
    const round = methods[name](user, describer);
    let held = user.start;
    return Array.from({ length: rounds }, (_, index) => {
      held = round(held, index);
      return user.far(held.values) / user.far(user.start.values);
    });
  });
}

const rowOf = (left: readonly (readonly number[])[]) => ({
  ...Object.fromEntries(told.map((round) => [`after ${round}`, rounded(mean(left.map((shares) => shares[round - 1])))])),
  worstTenth: rounded(
    quantile(
      left.map((shares) => shares[rounds - 1]),
      0.9,
    ),
  ),
});

/**
 * Measures how near simulated users come to what they seek, as the remaining share of the first distance. Bars: for gallery and pads in
 * turn .65 after 5 rounds and .50 after 10, nearer than by sliders for 90 % of the users, and .65 with a third of the descriptors hidden. What users seek descends from two
 * templates; in the last row from two that the search doesn't know, so that it is not made of known parts.
 */
export function judgeSearch(): PartFindings {
  const templates = readTemplates().map(({ document }) => ({ document, values: describe(document).values }));
  const left = new Map(names.map((name) => [name, searched(name, templates, { hidesThird: false, parentsKnown: true })]));
  const hidden = searched(turns, templates, { hidesThird: true, parentsKnown: true });
  const unknown = searched(turns, templates, { hidesThird: false, parentsKnown: false });
  const [ours, sliders] = [left.get(turns), left.get('slider')];
  const meanAfter = (shares: readonly (readonly number[])[], round: number) => mean(shares.map((user) => user[round - 1]));
  const of = (value: number) => new Map([[turns, value]]);
  return {
    findings: {
      ...(ours && { leftAfter5: judge(of(meanAfter(ours, 5)), { max: 0.65 }), leftAfter10: judge(of(meanAfter(ours, 10)), { max: 0.5 }) }),
      ...(ours && sliders && { nearerThanBySliders: judge(of(nearerShare(ours, sliders)), { min: 0.9 }) }),
      leftWithThirdHidden: judge(of(meanAfter(hidden, 10)), { max: 0.65 }),
    },
    figures: {
      users,
      ...Object.fromEntries([...left].map(([name, shares]) => [name, rowOf(shares)])),
      'a third hidden': rowOf(hidden),
      'unknown parents': rowOf(unknown),
    },
  };
}

/** Share of the users who came nearer by one method than by another. */
function nearerShare(ours: readonly (readonly number[])[], others: readonly (readonly number[])[]): number {
  return ours.filter((shares, user) => shares[rounds - 1] < others[user][rounds - 1]).length / ours.length;
}
