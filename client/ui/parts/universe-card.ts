import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { orbitArt } from './orbit-art.ts';
import { given } from './given.ts';
import { narrow } from '../screens.ts';

/** A card that opens a universe: its thumbnail, its name, and a line about it. */
@customElement('hu-universe-card')
export class UniverseCard extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      a {
        display: block;
        height: 100%;
        border-radius: 16px;
        text-decoration: none;
      }
      .thumbnail {
        position: relative;
        aspect-ratio: 16 / 10;
        border-radius: 14px;
        overflow: hidden;
        background: radial-gradient(circle at 50% 50%, #141829, #07080e 75%);
      }
      .thumbnail::after {
        content: '';
        position: absolute;
        inset: 0;
        border: 1px solid var(--line);
        border-radius: inherit;
        transition: border-color 0.2s;
      }
      a:hover .thumbnail::after {
        border-color: var(--edge);
      }
      img,
      svg {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: cover;
        transition: scale 0.7s cubic-bezier(0.2, 0.8, 0.2, 1);
      }
      a:hover img,
      a:hover svg {
        scale: 1.05;
      }
      .text {
        padding: 10px 2px 4px;
      }
      h3 {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 16px;
        font-weight: 600;
        letter-spacing: -0.01em;
      }
      p {
        margin-top: 2px;
        color: var(--text-soft);
        text-wrap: pretty;
      }
      @media ${narrow} {
        h3 {
          font-size: 15px;
        }
        p {
          font-size: 13px;
          display: -webkit-box;
          overflow: hidden;
          -webkit-box-orient: vertical;
          -webkit-line-clamp: 3;
        }
      }
    `,
  ];

  @property() path = '';
  @property() name = '';
  @property() line = '';
  /** Address of the thumbnail, or null if there is none. */
  @property({ attribute: false }) thumbnail: string | null = null;
  @state() isBroken = false;

  protected override render(): TemplateResult {
    return html`<a class="card" href=${this.path} @click=${this.#open}>
      <div class="thumbnail">
        ${
          this.thumbnail && !this.isBroken
            ? html`<img
                src=${this.thumbnail}
                alt=""
                width="640"
                height="400"
                loading="lazy"
                decoding="async"
                @error=${() => (this.isBroken = true)}
              />`
            : orbitArt(this.name)
        }
      </div>
      <div class="text">
        <h3>${given(this.name)}</h3>
        <p>${this.line}</p>
      </div>
    </a>`;
  }

  #open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    want(this, { kind: 'navigate', path: this.path });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-universe-card': UniverseCard;
  }
}
