import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { icon } from './icon.ts';
import { touched } from '../screens.ts';

/**
 * A favourite button: the heart is full while the universe is a favourite of the user, with the number of favourites.
 * @cssprop --heart-ground its background
 */
@customElement('hu-heart')
export class HeartButton extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      button {
        position: relative;
        min-width: 36px;
        min-height: var(--heart-height, 36px);
        gap: 5px;
        padding: 0 9px;
        border-radius: 18px;
        background: var(--heart-ground, none);
        font-size: 12px;
        font-weight: 600;
      }
      button:hover:not(:disabled) {
        background: var(--glass-hover);
      }
      [aria-pressed='true'] {
        color: var(--heart);
      }
      [aria-pressed='true'] svg {
        fill: currentColor;
      }
      svg {
        flex: none;
        transition: scale 0.15s;
      }
      button:active svg {
        scale: 0.82;
      }
      @media ${touched} {
        button {
          min-width: 44px;
          min-height: var(--heart-height, 44px);
          border-radius: 22px;
        }
        button::after {
          content: '';
          position: absolute;
          inset: 0 0 calc(var(--heart-height, 44px) - 44px);
        }
      }
    `,
  ];

  @property({ attribute: 'universe-id' }) universeId = '';
  @property() name = '';
  @property({ type: Boolean }) isFavourite = false;
  @property({ type: Number }) count = 0;

  protected override render(): TemplateResult {
    const { name, isFavourite, count } = this;
    const words =
      count === 1
        ? say('{name} as a favourite, 1 person has it', { name })
        : say('{name} as a favourite, {count} people have it', { name, count });
    return html`<button
      aria-pressed=${isFavourite}
      aria-label=${words}
      title=${say(isFavourite ? 'Remove from favourites' : 'Add to favourites')}
      @click=${() => want(this, { kind: 'favourite', id: this.universeId, isFavourite: !isFavourite })}
    >
      ${icon('heart', 17)}${count > 0 ? html`<span class="number">${count}</span>` : nothing}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-heart': HeartButton;
  }
}
