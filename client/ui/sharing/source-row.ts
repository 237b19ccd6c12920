import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { apiPaths } from '../../../shared/api/contract/paths.ts';
import { universePath } from '../../store/routes.ts';
import type { UniverseView } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { sayParts } from '../../words/words.ts';
import { want } from '../intents.ts';
import { followLink } from '../parts/follow-link.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';
import { given } from '../parts/given.ts';
import { touched } from '../screens.ts';

/** The origin of the open universe, its export, and the button that makes a template of it. */
@customElement('hu-source')
export class SourceRow extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 16px;
        margin-top: 14px;
        font-size: 13px;
        color: var(--text-soft);
      }
      .file {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 36px;
        color: var(--text);
        text-underline-offset: 3px;
      }
      .keep {
        margin-left: -12px;
        color: var(--text);
        text-decoration: underline;
        text-decoration-thickness: from-font;
        text-underline-offset: 3px;
      }
      p {
        flex-basis: 100%;
      }
      p a {
        color: var(--text);
      }
      @media ${touched} {
        .file {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) universe!: UniverseView;

  protected override render(): TemplateResult {
    const { id, forkedFrom } = this.universe;
    return html`<a class="file" data-test="export" href=${apiPaths.exportUniverse.path.replace(':id', encodeURIComponent(id))} download>
        ${icon('download', 16)} Download as a file
      </a>
      <button class="keep" @click=${() => want(this, { kind: 'dialog', dialog: 'template' })}>
        ${icon('layers', 16)} Save as template
      </button>
      ${
        forkedFrom
          ? html`<p data-test="lineage">
              ${sayParts('Remix of {universe} by {name}', {
                universe: html`<a href=${universePath(forkedFrom.id)} @click=${followLink}>${given(forkedFrom.name)}</a>`,
                name: forkedFrom.owner.displayName,
              })}
            </p>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-source': SourceRow;
  }
}
