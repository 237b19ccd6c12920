import type { TemplateSummary } from '../../shared/api/universes/template-schemas.ts';
import { isOwnTemplateId } from '../../shared/api/universes/templates.ts';
import { sayText } from '../words/words.ts';

/** Returns the sentence of a template: translated if it is built in, else as its author wrote it. */
export const sentenceOf = ({ id, sentence }: Pick<TemplateSummary, 'id' | 'sentence'>): string =>
  isOwnTemplateId(id) ? sentence : sayText(sentence);
