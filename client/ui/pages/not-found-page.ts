import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { want } from '../intents.ts';
import { orbitArt } from '../parts/orbit-art.ts';
import { base } from '../tokens.ts';

/** What is not there, and the way home. */
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
      a {
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

  /** What was looked for: `universe`, `template` or `page`. */
  @property() what = 'page';

  protected override render(): TemplateResult {
    return html`<main>
      ${orbitArt('Nothing here', 262)}
      <h1>Nothing here but space</h1>
      <p>There is no ${this.what} at this address, or it is not open to you.</p>
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
