import type { TemplateResult } from 'lit';
import { personPath } from '../../store/routes.ts';
import { html } from '../../words/html.ts';
import { followLink } from './follow-link.ts';
import { given } from './given.ts';

/** Somebody's name, which leads to what everybody may know of them. To be styled by `.name`. */
export function personLink({ id, displayName }: { id: string; displayName: string }, words = displayName): TemplateResult {
  return html`<a class="name" href=${personPath(id)} @click=${followLink}>${given(words)}</a>`;
}
