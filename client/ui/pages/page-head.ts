import { nothing, type TemplateResult } from 'lit';
import { html } from '../../words/html.ts';
import { followLink } from '../parts/follow-link.ts';
import { given } from '../parts/given.ts';
import { icon } from '../parts/icon.ts';

/** Renders the head of a page: a link to the gallery, the title, and an action. */
export function pageHead(title: string, act: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<header>
    <a class="home" href="/" title="All universes" aria-label="All universes" @click=${followLink}>${icon('arrow-left', 20)}</a>
    <h1>${given(title)}</h1>
    ${act}
  </header>`;
}
