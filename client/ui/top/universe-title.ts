import { css, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Store, UniverseView } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say, sayText } from '../../words/words.ts';
import { want } from '../intents.ts';
import { onScreens } from '../screens.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import '../parts/heart-button.ts';
import { universeLimits } from '../../../shared/api/universes/universe.ts';
import { icon } from '../parts/icon.ts';
import { OwnTaskElement } from '../parts/own-task.ts';
import { given } from '../parts/given.ts';

const statusWords = {
  connecting: 'Connecting',
  online: 'Live',
  reconnecting: 'Reconnecting',
  refused: 'Not connected',
  closed: 'Closed',
} as const satisfies Record<string, Sentence>;

/** The name of the universe, which its owner can change, and the state of the connection. */
@customElement('hu-universe-title')
export class UniverseTitle extends OwnTaskElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
      }
      h1 {
        min-width: 0;
        font-size: 16px;
        font-weight: 600;
        letter-spacing: -0.01em;
      }
      h1 > span,
      .rename span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      h1 > span {
        display: block;
      }
      .rename {
        position: relative;
        left: -8px;
        max-width: 100%;
        padding: 0 8px;
        font-weight: inherit;
      }
      .rename span {
        min-width: 0;
      }
      .rename svg {
        flex: none;
        opacity: 0;
        color: var(--text-soft);
      }
      .rename:hover svg,
      .rename:focus-visible svg {
        opacity: 1;
      }
      input {
        width: min(320px, 46vw);
        height: 36px;
        padding: 0 8px;
        margin-left: -8px;
        border: 1px solid var(--accent);
        border-radius: var(--radius-small);
        background: var(--well);
        font-weight: 600;
        outline: none;
      }
      .blank {
        display: block;
        width: 150px;
        height: 14px;
        border-radius: 7px;
        background: var(--hover);
      }
      .pill {
        flex: none;
        display: inline-flex;
        align-items: center;
        gap: 6px;
        height: 22px;
        padding: 0 9px;
        border-radius: 11px;
        background: var(--surface);
        font-size: 12px;
        text-shadow: none;
        color: var(--text-soft);
        white-space: nowrap;
      }
      .pill.status::before {
        content: '';
        width: 7px;
        height: 7px;
        border-radius: 50%;
        background: var(--text-soft);
      }
      .online::before {
        background: var(--good) !important;
      }
      .reconnecting {
        color: var(--warm);
      }
      .reconnecting::before {
        background: var(--warm) !important;
        animation: blink 1s ease-in-out infinite alternate;
      }
      .refused,
      .closed {
        color: var(--danger);
      }
      .refused::before,
      .closed::before {
        background: var(--danger) !important;
      }
      @keyframes blink {
        to {
          opacity: 0.25;
        }
      }
      @media ${onScreens('low', 'tablet')} {
        h1 {
          min-width: 8ch;
        }
        .rename svg {
          display: none;
        }
      }
      /* If it shares a line with the icons of the bar, the state is a dot; screen readers still read its text. */
      @media ${onScreens('low')} {
        h1 {
          font-size: 15px;
        }
        .pill {
          background: none;
        }
        @media (width <= 760px) {
          .pill.status.online {
            width: 7px;
            padding: 0;
            gap: 0;
            font-size: 0;
          }
        }
      }
      @media ${onScreens('phone')} {
        :host {
          flex-wrap: wrap;
          gap: 0 6px;
        }
        h1 {
          width: 100%;
          font-size: 15px;
          line-height: 1.3;
        }
        .rename {
          min-height: 26px;
          justify-content: flex-start;
        }
        /* The touch area reaches above the line. */
        .rename::after {
          content: '';
          position: absolute;
          inset: -12px 0 0;
        }
        .rename svg {
          display: none;
        }
        /* As tall as its line; the touch area reaches below. */
        hu-heart {
          --heart-height: 24px;
        }
        @media (width <= 340px) {
          hu-heart {
            display: none;
          }
        }
        .pill {
          height: 18px;
          padding: 0;
          background: none;
          text-shadow: inherit;
          font-size: 11.5px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @state() isRenaming = false;
  @query('input') input!: HTMLInputElement | null;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.universe.value, this.store?.connection.value, this.store?.canEdit.value]);
  }

  protected override render(): TemplateResult {
    const { universe, connection, canEdit } = this.store;
    const { status, message } = connection.value;
    return html`<h1>${this.#renderName()}</h1>
      <span class="pill status ${status}" title=${sayText(message)} data-test="connection">${say(statusWords[status])}</span>
      ${universe.value ? this.#renderHeart(universe.value) : nothing}
      ${universe.value && !canEdit.value ? html`<span class="pill watching">${icon('eye', 13)} Watching</span>` : nothing}`;
  }

  #renderHeart({ id, name, isFavourite, favouriteCount }: UniverseView): TemplateResult {
    return html`<hu-heart .universeId=${id} .name=${name} .isFavourite=${isFavourite} .count=${favouriteCount}></hu-heart>`;
  }

  #renderName(): TemplateResult {
    const universe = this.store.universe.value;
    if (!universe) return html`<span class="blank"></span>`;
    if (universe.role !== 'owner') return html`<span title=${universe.description}>${given(universe.name)}</span>`;
    if (!this.isRenaming) {
      return html`<button class="rename" title="Rename" aria-label="${universe.name}, rename" @click=${this.#begin}>
        <span>${given(universe.name)}</span>${icon('pencil', 14)}
      </button>`;
    }
    return html`<input
      dir="auto"
      aria-label="Name of the universe"
      maxlength=${universeLimits.name.max}
      .defaultValue=${universe.name}
      @keydown=${this.#key}
      @blur=${this.#finish}
    />`;
  }

  #begin = async () => {
    this.isRenaming = true;
    await this.updateComplete;
    this.input?.select();
  };

  #key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') this.#finish();
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.isRenaming = false;
    }
  };

  #finish = () => {
    const name = this.input?.value.trim() ?? '';
    if (this.isRenaming && name !== '' && name !== this.store.universe.value?.name) want(this, { kind: 'share', patch: { name } });
    this.isRenaming = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-universe-title': UniverseTitle;
  }
}
