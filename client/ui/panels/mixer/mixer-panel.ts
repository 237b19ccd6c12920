import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { parts } from '../../../../shared/simulation/note.ts';
import { restingParts } from '../../../store/resting-parts.ts';
import type { Store } from '../../../store/store.ts';
import { html } from '../../../words/html.ts';
import { say } from '../../../words/words.ts';
import { want } from '../../intents.ts';
import { foldStyles, renderFold } from '../fold.ts';
import { base } from '../../tokens.ts';
import { watchSignals } from '../../watch.ts';
import './channel-strip.ts';
import './event-list.ts';
import './loudness-meter.ts';
import { evenMix } from '../../../common/part-mix.ts';

/** The mixer, which only the user hears: levels of the parts, loudness, audio output, and the latest notes with their causes. */
@customElement('hu-mixer-panel')
export class MixerPanel extends LitElement {
  static override styles = [
    base,
    foldStyles,
    css`
      :host {
        display: block;
      }
      .alone {
        margin: 2px 0 10px;
        font-size: 12px;
        color: var(--text-soft);
      }
      hu-loudness-meter {
        margin-bottom: 8px;
      }
      .start {
        width: 100%;
        margin-bottom: 12px;
      }
      .line {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        min-height: 34px;
        font-size: 13px;
        color: var(--text-soft);
      }
      .line b {
        color: var(--text);
        font-weight: 600;
      }
      select {
        max-width: 170px;
        padding: 4px 6px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--surface-raised);
      }
      .even {
        width: 100%;
        margin: 2px 0 8px;
        font-size: 13px;
        color: var(--text-soft);
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @state() areEventsOpen = true;

  constructor() {
    super();
    watchSignals(this, () => {
      const { mix, meter, outputs, output, latencySeconds } = this.store?.listening ?? {};
      const { scalars, effectiveDocument, audio } = this.store ?? {};
      return [
        [mix?.value, meter?.value, outputs?.value, output?.value, latencySeconds?.value],
        [scalars?.value, effectiveDocument?.value, audio?.value.state],
      ];
    });
  }

  protected override render(): TemplateResult {
    const { mix, meter } = this.store.listening;
    const resting = restingParts(this.store.scalars.value, this.store.effectiveDocument.value);
    const isAnySolo = parts.some((part) => mix.value[part].solo);
    const isRunning = this.store.audio.value.state === 'running';
    return html`<p class="alone">Only you hear what you change here.</p>
      ${isRunning ? nothing : html`<button class="primary start" @click=${() => want(this, { kind: 'sound' })}>Tap for sound</button>`}
      <hu-loudness-meter .meter=${meter.value}></hu-loudness-meter>
      ${parts.map((part) => {
        const own = mix.value[part];
        return html`<hu-channel-strip
          channel=${part}
          .mix=${own}
          .levelDb=${meter.value?.parts[part] ?? -100}
          .rest=${resting[part]}
          ?silent=${own.muted || (isAnySolo && !own.solo)}
        ></hu-channel-strip>`;
      })}
      <button class="even" ?disabled=${mix.value === evenMix} @click=${() => want(this, { kind: 'mix-even' })}>
        As the universe has it
      </button>
      ${this.#renderOutput()}
      ${renderFold({
        topic: 'events',
        title: say('What just sounded, and why'),
        changed: this.store.listening.leftOut.value.length,
        isOpen: this.areEventsOpen,
        toggle: () => (this.areEventsOpen = !this.areEventsOpen),
        content: () => html`<hu-event-list .store=${this.store}></hu-event-list>`,
      })}`;
  }

  #renderOutput(): TemplateResult {
    const { outputs, output, latencySeconds } = this.store.listening;
    const latency = Math.round(latencySeconds.value * 1000);
    return html`${
        outputs.value.found.length > 0
          ? html`<label class="line"
              >Plays on
              <select
                data-test="output"
                @change=${(event: Event) => want(this, { kind: 'output', deviceId: (event.target as HTMLSelectElement).value })}
              >
                <option value="" ?selected=${output.value === ''}>Default output</option>
                ${outputs.value.found.map(({ id, label }) => html`<option value=${id} ?selected=${id === output.value}>${label}</option>`)}
              </select></label
            >`
          : nothing
      }
      <div class="line" data-help="From the moment that a note is due until you hear it: notes are prepared ahead, so that none is late.">
        <span>Heard after</span><b class="number" data-test="latency">${latency > 0 ? `${latency} ms` : '–'}</b>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-mixer-panel': MixerPanel;
  }
}
