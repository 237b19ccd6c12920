import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { arrangements, barsPerPhrase, sectionNames } from '../../../shared/music/index.ts';
import type { SectionView } from '../../store/piece.ts';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import { nextWords, sectionLabel } from '../parts/section-words.ts';
import { styled } from '../parts/styled.ts';
import { onScreens } from '../screens.ts';
import { base } from '../tokens.ts';

/** Bars of the longest section. */
const mostBars = barsPerPhrase * Math.max(...arrangements.flatMap((arrangement) => sectionNames.map((name) => arrangement[name].length)));

/**
 * The present section of the piece, how far it is, and what comes next. It is as wide as its longest words, so that the bar stands still,
 * and no live region: who listens to the music hears the sections.
 */
@customElement('hu-section-reading')
export class SectionReading extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      button {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 8px;
        padding: 0 6px;
        line-height: 1.2;
        text-align: start;
      }
      .now,
      .next {
        display: grid;
        justify-items: start;
        white-space: nowrap;
      }
      .now > *,
      .next > * {
        grid-area: 1 / 1;
      }
      .sizer {
        visibility: hidden;
      }
      b {
        font-weight: 600;
      }
      .next {
        grid-column: 1 / -1;
        font-size: 11px;
        color: var(--text-soft);
      }
      .phrases {
        display: flex;
        align-self: center;
        gap: 2px;
        min-width: 34px;
      }
      i {
        flex: 1;
        height: 4px;
        border-radius: 2px;
        background: linear-gradient(to right, var(--hue-music) calc(var(--over) * 100%), var(--track) 0);
      }
      /* Where there is little room, what comes next is left to the storyboard, and where there is none, all of it. */
      @media (width <= 1240px) {
        button {
          grid-template-columns: auto;
          gap: 5px 0;
        }
        .next {
          display: none;
        }
        .phrases {
          align-self: start;
          width: 100%;
        }
      }
      @media (width <= 560px), (640px < width <= 720px), (1100px < width <= 1160px), ${onScreens('low')} {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) section!: SectionView;

  protected override render(): TemplateResult {
    const { name, next, barsLeft, phrases, phrasesOver } = this.section;
    return html`<button
      data-test="section"
      title="The present section of the piece, and what comes next. Parts come and go with the sections; Form, in the music panel, makes them stronger or flat."
      @click=${() => want(this, { kind: 'panel', panel: 'music' })}
    >
      <span class="now"
        ><b>${sectionLabel(name)}</b
        >${sectionNames.map((each) => html`<b class="sizer" aria-hidden="true">${sectionLabel(each)}</b>`)}</span
      ><span class="unseen">, </span>
      <span class="phrases" aria-hidden="true"
        >${Array.from({ length: phrases }, (_, phrase) => html`<i ${styled({ '--over': Math.min(1, Math.max(0, phrasesOver - phrase)).toFixed(3) })}></i>`)}</span
      >
      <span class="next"
        ><span>${nextWords(next, barsLeft)}</span
        >${sectionNames.map((each) => html`<span class="sizer" aria-hidden="true">${nextWords(each, mostBars)}</span>`)}</span
      >
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-section-reading': SectionReading;
  }
}
