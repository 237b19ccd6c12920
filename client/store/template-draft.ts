import type { RouteBody } from '../../shared/api/contract/contract.ts';
import type { TemplateDetail } from '../../shared/api/universes/template-schemas.ts';
import { type ParameterPatch, parameterKeys, type ParameterValues } from '../../shared/parameters/index.ts';
import type { Sentence } from '../words/sentences.ts';
import type { TemplateDraft } from './templates.ts';

export const draftOf = ({ name, sentence, category, isPublic, putForward, document }: TemplateDetail): TemplateDraft => ({
  name,
  sentence,
  category,
  isPublic,
  putForward,
  parameters: document.parameters,
});

/** Returns the parameter values that differ. */
export function changedValues(before: ParameterValues, after: ParameterValues): ParameterPatch {
  return Object.fromEntries(parameterKeys.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]));
}

/** Returns the request for the changes of a draft, or null if nothing differs. */
export function patchOf(saved: TemplateDetail, draft: TemplateDraft): RouteBody<'updateTemplate'> | null {
  const before = draftOf(saved);
  const words = (['name', 'sentence', 'category'] as const).filter((key) => draft[key].trim() !== before[key]);
  const parameters = changedValues(before.parameters, draft.parameters);
  const patch: RouteBody<'updateTemplate'> = {
    ...Object.fromEntries(words.map((key) => [key, draft[key].trim()])),
    ...(draft.isPublic === before.isPublic ? {} : { isPublic: draft.isPublic }),
    ...(draft.putForward.join() === before.putForward.join() ? {} : { putForward: draft.putForward }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  };
  return Object.keys(patch).length === 0 ? null : patch;
}

/** Returns the message for the first empty field of a template, or null. */
export function missingWords({ name, sentence, category }: Pick<TemplateDraft, 'name' | 'sentence' | 'category'>): Sentence | null {
  const needed: readonly [Sentence, string][] = [
    ['A name is required.', name],
    ['A sentence is required.', sentence],
    ['A category is required.', category],
  ];
  return needed.find(([, text]) => text.trim() === '')?.[0] ?? null;
}
