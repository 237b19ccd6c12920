import type { RouteBody } from '../../shared/api/contract/contract.ts';
import type { TemplateDetail, TemplateSummary } from '../../shared/api/universes/template-schemas.ts';
import type { TemplateList } from '../../shared/api/universes/templates.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';

/** The lists of user templates. */
export type UserTemplateList = Exclude<TemplateList, 'built-in'>;

export interface TemplateListView {
  templates: readonly TemplateSummary[];
  /** Cursor of the next page, or null at the end. */
  next: string | null;
  isFetchingMore: boolean;
}

export type TemplatesView = Readonly<Record<UserTemplateList, TemplateListView>>;

const none: TemplateListView = { templates: [], next: null, isFetchingMore: false };
export const noTemplates: TemplatesView = { mine: none, public: none };

/** The edited state of a template. */
export type TemplateDraft = Pick<TemplateDetail, 'name' | 'sentence' | 'category' | 'isPublic' | 'putForward'> & {
  parameters: ParameterValues;
};

/** A user template that is being edited. */
export interface TemplateView {
  saved: TemplateDetail;
  draft: TemplateDraft;
  status: 'saved' | 'waiting' | 'saving' | 'refused';
  message: string;
}

export type TemplateAct =
  /** Creates a template from the open universe. */
  | { kind: 'keep'; content: Omit<RouteBody<'createTemplate'>, 'universeId'> }
  | { kind: 'more'; list: UserTemplateList }
  | { kind: 'change'; change: Partial<TemplateDraft> }
  /** Shows a small, silent preview of the template's universe in `host`. */
  | { kind: 'preview'; host: HTMLElement }
  | { kind: 'delete' };
