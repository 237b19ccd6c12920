import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { labelOfChoice } from '../format.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { Watch } from '../watch.ts';
import { icon } from './icon.ts';
import { styled } from './styled.ts';

/** Quietest level that the meter shows, dBFS. */
const meterFloorDb = -48;

/** Play, restart, sound; tempo as heard, key and level. */
@customElement('hu-transport')
export class TransportBar extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 6px 8px;
        border: 1px solid var(--line);
        border-radius: 14px;
        background: var(--surface);
        backdrop-filter: blur(18px);
        box-shadow: var(--shadow);
      }
      .read {
        display: flex;
        flex-direction: column;
        padding: 0 10px;
        line-height: 1.2;
        min-width: 64px;
      }
      .read b {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .read span {
        font-size: 11px;
        color: var(--text-soft);
        white-space: nowrap;
      }
      .beat {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--accent);
        opacity: calc(0.2 + 0.8 * var(--beat, 0));
        margin-left: 6px;
      }
      .meter {
        width: 64px;
        height: 6px;
        border-radius: 3px;
        background: rgb(255 255 255 / 0.14);
        overflow: hidden;
        margin-right: 8px;
      }
      .meter i {
        display: block;
        height: 100%;
        width: 100%;
        transform-origin: left;
        transform: scaleX(var(--level, 0));
        background: linear-gradient(to right, var(--accent) 60%, var(--warm) 88%, var(--danger));
      }
      button.sound {
        white-space: nowrap;
      }
      @media (max-width: 640px) {
        :host {
          justify-content: space-between;
        }
        .read {
          padding: 0 4px;
          min-width: 52px;
        }
        .meter {
          display: none;
        }
        .wide {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    new Watch(this, () => [
      this.store?.playing.value,
      this.store?.canEdit.value,
      this.store?.scalars.value,
      this.store?.audio.value,
      this.store?.document.value,
    ]);
  }

  protected override render(): TemplateResult {
    const { playing, canEdit, scalars, audio, document } = this.store;
    const tempo = scalars.value?.tempo ?? document.value.parameters.tempo;
    const phase = scalars.value ? scalars.value.beat - Math.floor(scalars.value.beat) : 0;
    const { key, scale } = document.value.parameters;
    const level = Math.max(0, Math.min(1, 1 - audio.value.rmsDb / meterFloorDb));
    const isPlaying = playing.value;
    return html`
      ${
        canEdit.value
          ? html`<button
                class="icon"
                data-test="play"
                title="${isPlaying ? 'Pause' : 'Play'} for everybody (Space)"
                aria-label=${isPlaying ? 'Pause' : 'Play'}
                @click=${() => want(this, { kind: 'transport', playing: !isPlaying })}
              >
                ${icon(isPlaying ? 'pause' : 'play', 20)}
              </button>
              <button
                class="icon"
                title="Begin again (R)"
                aria-label="Begin again"
                @click=${() => want(this, { kind: 'edit', edit: { kind: 'restart' } })}
              >
                ${icon('restart')}
              </button>`
          : nothing
      }
      <i class="beat" ${styled({ '--beat': isPlaying ? Math.max(0, 1 - phase * 2.5) : 0 })}></i>
      <div class="read" title="Tempo as heard"><b>${Math.round(tempo)}</b><span>BPM</span></div>
      <div class="read wide"><b>${key} ${labelOfChoice(scale).toLowerCase()}</b><span>key</span></div>
      ${this.#renderSound(level)}
    `;
  }

  #renderSound(level: number): TemplateResult {
    const { state, muted, message } = this.store.audio.value;
    const press = () => want(this, { kind: 'sound' });
    if (state === 'unavailable') return html`<div class="read" title=${message}><b>${icon('volume-off')}</b><span>no sound</span></div>`;
    if (state !== 'running') {
      return html`<button class="primary sound" data-test="sound" ?disabled=${state === 'starting'} @click=${press}>
        ${icon('volume')} ${state === 'starting' ? 'Tuning…' : 'Tap for sound'}
      </button>`;
    }
    return html`<button
        class="icon"
        data-test="sound"
        title="${muted ? 'Unmute' : 'Mute'}, only for you (M)"
        aria-label=${muted ? 'Unmute' : 'Mute'}
        aria-pressed=${muted}
        @click=${press}
      >
        ${icon(muted ? 'volume-off' : 'volume')}
      </button>
      <div class="meter" role="meter" aria-label="Level" aria-valuemin="0" aria-valuemax="1" aria-valuenow=${level.toFixed(2)}>
        <i ${styled({ '--level': level })}></i>
      </div>`;
  }
}
