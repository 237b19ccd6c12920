import type { Well } from '../universe/index.ts';
import { because, isAllSilent, noEffect, type Rule, type RuleInput } from './rule.ts';

export const noWells = noEffect('no-wells', (_, { wells }) => wells.length === 0);
export const noField = because(['fieldStrength'], ({ fieldStrength }) => fieldStrength === 0);
export const weakWells = noEffect('weak-wells', (_, { wells }) => wells.every(({ strength }) => strength === 0));

/** The wells pull nothing. */
export const noPull: readonly Rule[] = [noWells, noField, weakWells];

/** True for a well whose listening lights up particles within its reach, whether it pulls or not. */
export const sparkles = ({ parameters }: RuleInput, { listening }: Pick<Well, 'listening'>): boolean =>
  listening > 0 && parameters.bounceFlash > 0 && !isAllSilent(parameters);

/** Emitters that emit anything. */
export const emitting = ({ emitters }: RuleInput): RuleInput['emitters'] => emitters.filter(({ rate }) => rate > 0);

export const noEmission = because(['emissionRate'], ({ emissionRate }) => emissionRate === 0);
export const nothingEmitted = noEffect('nothing-emitted', (_, document) => emitting(document).length === 0);

/** Nothing is born, so that what is only read at a birth has no effect. */
export const noBirths: readonly Rule[] = [noEmission, nothingEmitted];
