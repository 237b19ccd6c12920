import type { RefusalParams } from '../refusals/places.ts';
import type { RuleParams, RuleReason } from '../refusals/rule.ts';

/** Why an edit that has the right form still can't be applied to this document. */
export interface EditRefusal {
  path: string;
  reason: RuleReason;
  params: RefusalParams;
  value: unknown;
}

/** Says why an edit can't be applied: the rule that a field of it breaks. */
export function refusedEdit<R extends RuleReason>(path: string, value: unknown, reason: R, ...[params]: RuleParams<R>): EditRefusal {
  return { path, reason, params: { ...params }, value };
}
