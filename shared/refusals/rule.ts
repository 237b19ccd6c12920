import type { ParamsIn } from './places.ts';
import type { allRules } from './rules.ts';

/** Reason why a field breaks a rule. */
export type RuleReason = keyof typeof allRules;

/** Parameters of a rule; none may be left out where the rule has none. */
export type RuleParams<R extends RuleReason> = [keyof ParamsIn<(typeof allRules)[R]>] extends [never]
  ? [params?: Readonly<Record<string, never>>]
  : [params: ParamsIn<(typeof allRules)[R]>];

/** Names the rule of a check for zod: the issue carries the reason as its message, beside the parameters (`zod-rule.ts` reads them). */
export function rule<R extends RuleReason>(reason: R, ...[params]: RuleParams<R>): { message: R; params: Record<string, unknown> } {
  return { message: reason, params: { ...params } };
}
