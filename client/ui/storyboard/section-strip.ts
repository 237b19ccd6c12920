import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type MovementSection, movementOf, type MovementView, type PhraseView } from '../../store/movement.ts';
import { type SectionView, sectionOf } from '../../store/piece.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { decimals } from '../../words/decimals.ts';
import { say } from '../../words/words.ts';
import { nextWords, sectionLabel } from '../parts/section-words.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { sectionStripStyles } from './section-strip-styles.ts';

/**
 * The sections of the present movement, as wide as their phrases, each phrase as high as its intensity, with the place in them: a strip of
 * its own, since a movement is longer than most storyboards, and goes on where these repeat.
 */
@customElement('hu-section-strip')
export class SectionStrip extends LitElement {
  static override styles = [base, sectionStripStyles];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.scalars.value, this.store?.effectiveDocument.value]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { scalars, effectiveDocument, piece } = this.store;
    const section = sectionOf(scalars.value, effectiveDocument.value.parameters);
    const movement = movementOf(scalars.value, effectiveDocument.value, piece.value);
    if (!section || !movement) return nothing;
    return html`<div class="strip">
      ${this.#renderCaption(section, movement)}
      <div class="movement" aria-hidden="true">
        ${movement.sections.map((each) => this.#renderSection(each))}
        <div class="head" ${styled({ left: `${(movement.playhead * 100).toFixed(2)}%` })}></div>
      </div>
    </div>`;
  }

  #renderCaption({ name, next, barsLeft }: SectionView, { number, intensity }: MovementView): TemplateResult {
    return html`<div class="caption">
      <b>${sectionLabel(name)}</b><span class="next">${nextWords(next, barsLeft)}</span><span>Movement ${number}</span
      ><span class="number">Intensity ${decimals(intensity, 2)}</span>
    </div>`;
  }

  #renderSection({ name, role, phrases }: MovementSection): TemplateResult {
    return html`<div class="section ${role}" ${styled({ 'flex-grow': phrases.length })}>
      <div class="phrases">${phrases.map((phrase) => this.#renderPhrase(phrase))}</div>
      <span class="name">${sectionLabel(name)}</span>
    </div>`;
  }

  #renderPhrase({ state, intensity }: PhraseView): TemplateResult {
    return html`<div
      class="phrase ${state}"
      title=${state === 'left-out' ? say('Left out: the particles bent the piece here.') : nothing}
      ${styled({ '--height': intensity.toFixed(3) })}
    >
      <i></i>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-section-strip': SectionStrip;
  }
}
