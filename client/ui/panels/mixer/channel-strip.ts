import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ValueField } from '../../../../shared/parameters/index.ts';
import type { Part } from '../../../../shared/simulation/note.ts';
import type { Rest } from '../../../store/resting-parts.ts';
import { html } from '../../../words/html.ts';
import type { Sentence } from '../../../words/sentences.ts';
import { say } from '../../../words/words.ts';
import '../../controls/field-control.ts';
import type { FieldChange } from '../../controls/field-control.ts';
import { want } from '../../intents.ts';
import { levelOf } from '../../transport/beat.ts';
import { styled } from '../../parts/styled.ts';
import { base } from '../../tokens.ts';
import { renderShortRest, restStyles } from '../rest-note.ts';
import { partWords } from './note-words.ts';
import { touched } from '../../screens.ts';
import type { PartMix } from '../../../common/part-mix.ts';

const levelHelp: Sentence = 'Volume of this part, only for you.';

/** Has its label in English, as in the registry; it is translated where it is shown. */
const levelField = (part: Part): ValueField => ({
  kind: 'number',
  label: partWords[part],
  unit: 'dB',
  min: -40,
  max: 12,
  step: 0.5,
  default: 0,
  scale: 'linear',
  help: levelHelp,
});

/** The user's own level of a part, with mute and solo. */
@customElement('hu-channel-strip')
export class ChannelStrip extends LitElement {
  static override styles = [
    base,
    restStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: 1fr auto auto;
        align-items: center;
        gap: 0 4px;
        padding: 2px 0 6px;
      }
      button {
        width: 32px;
        min-height: 32px;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 7px;
        font-size: 12px;
        font-weight: 700;
        color: var(--text-soft);
      }
      button.mute[aria-pressed='true'] {
        border-color: transparent;
        background: var(--danger);
        color: var(--on-accent);
      }
      button.solo[aria-pressed='true'] {
        border-color: transparent;
        background: var(--warm);
        color: var(--on-accent);
      }
      .level {
        grid-column: 1 / -1;
        height: 3px;
        border-radius: 2px;
        background: var(--track);
        overflow: hidden;
      }
      .level i {
        display: block;
        height: 100%;
        transform-origin: left;
        scale: var(--level) 1;
        background: var(--hue-audio);
      }
      :host([silent]) hu-field {
        opacity: 0.45;
      }
      hu-field {
        min-width: 0;
        padding-right: 10px;
      }
      @media ${touched} {
        button {
          width: 44px;
          min-height: 44px;
        }
      }
    `,
  ];

  @property() channel: Part = 'lead';
  @property({ attribute: false }) mix!: PartMix;
  /** Level of the part now, in dBFS. */
  @property({ type: Number }) levelDb = -100;
  /** How long the part rests in the piece, if it does. */
  @property() rest: Rest | undefined;
  /** Not heard now: muted, or another part is soloed. */
  @property({ type: Boolean, reflect: true }) silent = false;

  protected override render(): TemplateResult {
    const { channel: part, mix } = this;
    const words = say(partWords[part]);
    return html`<hu-field
        .name=${`mix-${part}`}
        data-test="mix-${part}"
        .field=${levelField(part)}
        .value=${mix.gainDb}
        @field-change=${(event: CustomEvent<FieldChange>) => {
          event.stopPropagation();
          want(this, { kind: 'mix', part, change: { gainDb: Number(event.detail.value) } });
        }}
        @field-touch=${(event: Event) => event.stopPropagation()}
        >${renderShortRest(this.rest)}</hu-field
      >
      <button
        class="mute"
        aria-pressed=${mix.muted}
        aria-label="Leave out ${words}"
        data-help="Leave this part out, only for you."
        @click=${() => want(this, { kind: 'mix', part, change: { muted: !mix.muted } })}
      >
        M
      </button>
      <button
        class="solo"
        aria-pressed=${mix.solo}
        aria-label="Only ${words}"
        data-help="Hear only this part, only for you."
        @click=${() => want(this, { kind: 'mix', part, change: { solo: !mix.solo } })}
      >
        S
      </button>
      <div class="level" aria-hidden="true" ${styled({ '--level': levelOf(this.levelDb).toFixed(3) })}><i></i></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-channel-strip': ChannelStrip;
  }
}
