import type { TemplateResult } from 'lit';
import { profilePath } from '../../store/routes.ts';
import { html } from '../../words/html.ts';
import { followLink } from './follow-link.ts';
import { given } from './given.ts';

/** Renders the name of a user as a link to their profile. Style it by `.name`. */
export function profileLink({ id, displayName }: { id: string; displayName: string }, words = displayName): TemplateResult {
  return html`<a class="name" href=${profilePath(id)} @click=${followLink}>${given(words)}</a>`;
}
