import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { followLink } from '../parts/follow-link.ts';
import { orbitArt } from '../parts/orbit-art.ts';
import { base } from '../tokens.ts';

const missingPage = 'There is no page at this address, or it is not open to you.';
/** The messages for missing objects other than pages. */
const missing: Readonly<Record<string, Sentence>> = {
  universe: 'There is no universe at this address, or it is not open to you.',
  template: 'There is no template at this address, or it is not open to you.',
  invitation: 'There is no invitation at this address, or it is not open to you.',
  person: 'There is no profile at this address, or it is not open to you.',
};

/** A message that there is nothing at the address, and a link to the gallery. */
@customElement('hu-not-found-page')
export class NotFoundPage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      main {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 12px;
        min-height: 100dvh;
        padding: 24px;
        text-align: center;
        background: radial-gradient(600px 400px at 50% 40%, var(--sky-one), transparent 70%), var(--ground);
      }
      svg {
        width: min(340px, 80vw);
        margin-bottom: 8px;
      }
      h1 {
        font-size: 32px;
        font-weight: 620;
        letter-spacing: -0.02em;
        text-wrap: balance;
      }
      p {
        color: var(--text-soft);
        max-width: 44ch;
        text-wrap: balance;
      }
      a:not(.plain) {
        justify-self: center;
        margin-top: 8px;
        padding: 10px 18px;
        border-radius: var(--radius-small);
        background: var(--accent);
        color: var(--on-accent);
        font-weight: 600;
        text-decoration: none;
      }
    `,
  ];

  /** The kind of the missing object: `universe`, `template`, `invitation`, `person` or `page`. */
  @property() what = 'page';

  protected override render(): TemplateResult {
    return html`<main>
      ${orbitArt('Nothing here', 262)}
      <h1>Nothing here but space</h1>
      <p>${say(missing[this.what] ?? missingPage)}</p>
      ${
        this.what === 'universe'
          ? html`<p>
              If you took part in it and it was deleted, you can copy it for some weeks in
              <a class="plain" href="/settings" @click=${followLink}>your settings</a>.
            </p>`
          : nothing
      }
      <a href="/" @click=${this.#goHome}>See all universes</a>
    </main>`;
  }

  #goHome = (event: MouseEvent) => {
    event.preventDefault();
    want(this, { kind: 'navigate', path: '/' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-not-found-page': NotFoundPage;
  }
}
