import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { UniverseSummary } from '../../../shared/api/contract/contract.ts';
import type { TemplateSummary } from '../../../shared/api/universes/template-schemas.ts';
import { html } from '../../words/html.ts';
import './library-card.ts';

/** Renders a card for each universe, with the template that it began from, if known. */
export function renderLibraryCards(universes: readonly UniverseSummary[], templates: readonly TemplateSummary[]): TemplateResult {
  return html`${repeat(
    universes,
    ({ id }) => id,
    (universe) =>
      html`<hu-library-card .universe=${universe} .template=${templates.find(({ id }) => id === universe.templateId)}></hu-library-card>`,
  )}`;
}
