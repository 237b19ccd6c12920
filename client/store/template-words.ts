import type { TemplateSummary } from '../../shared/api/universes/template-schemas.ts';
import { isOwnTemplateId } from '../../shared/api/universes/templates.ts';
import { sayText } from '../words/words.ts';

/** What a template says of itself: in the language that is spoken where it comes with the product, else as its author wrote it. */
export const sentenceOf = ({ id, sentence }: Pick<TemplateSummary, 'id' | 'sentence'>): string =>
  isOwnTemplateId(id) ? sentence : sayText(sentence);
