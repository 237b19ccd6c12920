import type { RouteBody } from '../../shared/api/contract/contract.ts';
import type { TemplateDetail, TemplateSummary } from '../../shared/api/universes/template-schemas.ts';
import type { TemplateList } from '../../shared/api/universes/templates.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';

/** The lists of what people made. */
export type PeoplesList = Exclude<TemplateList, 'built-in'>;

export interface TemplateListView {
  templates: readonly TemplateSummary[];
  /** Cursor of what follows, or null at the end. */
  next: string | null;
  isFetchingMore: boolean;
}

export type TemplatesView = Readonly<Record<PeoplesList, TemplateListView>>;

const none: TemplateListView = { templates: [], next: null, isFetchingMore: false };
export const noTemplates: TemplatesView = { mine: none, public: none };

/** What a template is to become. */
export type TemplateDraft = Pick<TemplateDetail, 'name' | 'sentence' | 'category' | 'isPublic' | 'putForward'> & {
  parameters: ParameterValues;
};

/** A template of one's own that is being edited. */
export interface TemplateView {
  saved: TemplateDetail;
  draft: TemplateDraft;
  status: 'saved' | 'waiting' | 'saving' | 'refused';
  message: string;
}

export type TemplateAct =
  /** Makes one of the open universe. */
  | { kind: 'keep'; content: Omit<RouteBody<'createTemplate'>, 'universeId'> }
  | { kind: 'more'; list: PeoplesList }
  | { kind: 'change'; change: Partial<TemplateDraft> }
  /** Shows the universe that it makes, small and without a sound, in there. */
  | { kind: 'preview'; host: HTMLElement }
  | { kind: 'delete' };
