import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { foldStyles, renderFold } from './fold.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { describePicture, type PictureWords } from './picture-words.ts';

/** Shows how much of the picture this device draws, and what is left out to keep it smooth. */
@customElement('hu-picture-readout')
export class PictureReadout extends LitElement {
  static override styles = [
    base,
    foldStyles,
    css`
      :host {
        display: block;
      }
      .fold {
        border-top: 0;
        border-bottom: 1px solid var(--line);
      }
      p {
        font-size: 13px;
        text-wrap: pretty;
      }
      dl {
        display: grid;
        grid-template-columns: auto auto 1fr;
        gap: 2px 10px;
        margin: 8px 0 4px;
        font-size: 12px;
        color: var(--text-soft);
      }
      dl div {
        display: contents;
      }
      dd {
        margin: 0;
      }
      dd b {
        color: var(--text);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @state() isOpen = false;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.picture.value, this.isOpen && [this.store?.scalars.value, this.store?.effectiveDocument.value]]);
  }

  protected override render(): TemplateResult {
    const { picture, scalars, effectiveDocument } = this.store;
    const words = describePicture(picture.value, {
      particles: scalars.value?.alive ?? 0,
      sparksEach: effectiveDocument.value.parameters.sparks,
    });
    return renderFold({
      topic: 'picture',
      title: say('Drawn here: {what}', { what: words.short }),
      changed: 0,
      isOpen: this.isOpen,
      toggle: () => (this.isOpen = !this.isOpen),
      content: () => this.#renderWords(words),
    });
  }

  #renderWords({ verdict, choices }: PictureWords): TemplateResult {
    return html`<p data-test="picture-verdict">${verdict}</p>
      <dl class="number">
        ${choices.map(
          ({ what, chosen, of }) =>
            html`<div>
              <dt>${what}</dt>
              <dd><b>${chosen}</b></dd>
              <dd>${of}</dd>
            </div>`,
        )}
      </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-picture-readout': PictureReadout;
  }
}
