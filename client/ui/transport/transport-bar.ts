import { nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Direction } from '../../../shared/universe/undo/index.ts';
import { sectionOf } from '../../store/piece.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { language } from '../../words/languages.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { inSentence, labelOfChoice } from '../format.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { beatLamps, levelOf } from './beat.ts';
import { icon } from '../parts/icon.ts';
import { OwnTaskElement } from '../parts/own-task.ts';
import { styled } from '../parts/styled.ts';
import './section-reading.ts';
import { tempoTitle } from './tempo-title.ts';
import { transportStyles } from './transport-styles.ts';

/** The transport: play, restart, keys and sound; tempo as heard, beat, key, section and level. */
@customElement('hu-transport')
export class TransportBar extends OwnTaskElement {
  static override styles = [base, transportStyles];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.playing.value,
      this.store?.canEdit.value,
      this.store?.undo.value,
      this.store?.panel.value,
      this.store?.scalars.value,
      this.store?.audio.value,
      this.store?.effectiveDocument.value,
      this.store?.authoredDocument.value,
      this.store?.keys.value.isOpen,
      this.store?.storyboard.value.isOpen,
      this.store?.drive.value.source,
    ]);
  }

  protected override render(): TemplateResult {
    return html`${this.store.canEdit.value ? this.#renderButtons(this.store.playing.value) : this.#renderConnect()}${this.#renderReadings()}${this.#renderSection()}${this.#renderListening()}${this.#renderSound()}`;
  }

  /** Renders the buttons of a spectator: no keys, but devices and, if there is one, the storyboard. */
  #renderConnect(): TemplateResult {
    return html`<button class="icon" title="Connect" aria-label="Connect" @click=${() => want(this, { kind: 'dialog', dialog: 'connect' })}>
        ${icon('plug')}
      </button>
      ${this.store.authoredDocument.value.storyboard ? this.#renderTimelineButton() : nothing}`;
  }

  #renderTimelineButton(): TemplateResult {
    const { isOpen } = this.store.storyboard.value;
    return html`<button
      class="icon keys roomy"
      data-test="timeline"
      title="Storyboard: states in time, and the transitions between them (B)"
      aria-label="Storyboard"
      aria-pressed=${isOpen}
      @click=${() => want(this, { kind: 'storyboard', act: { kind: 'show', isOpen: !isOpen } })}
    >
      ${icon('clapperboard')}
    </button>`;
  }

  /** Renders a light while a microphone or a tab is captured. A press stops it. */
  #renderListening(): TemplateResult | typeof nothing {
    const { source } = this.store.drive.value;
    if (!source) return nothing;
    const words = say(
      source === 'tab' ? 'A tab moves only your picture. Press to stop' : 'The microphone moves only your picture. Press to stop',
    );
    return html`<button
      class="icon listening"
      title=${words}
      aria-label=${words}
      @click=${() => want(this, { kind: 'hands', act: { kind: 'listen', source: null } })}
    >
      ${icon('listen')}
    </button>`;
  }

  #renderButtons(isPlaying: boolean): TemplateResult {
    return html`<div class="buttons">
      <button
        class="icon play"
        data-test="play"
        title=${say(isPlaying ? 'Pause for everyone (Space)' : 'Play for everyone (Space)')}
        aria-label=${say(isPlaying ? 'Pause' : 'Play')}
        @click=${() => want(this, { kind: 'transport', playing: !isPlaying })}
      >
        ${icon(isPlaying ? 'pause' : 'play', 20)}
      </button>
      <button
        class="icon roomy"
        title="Restart for everyone (R)"
        aria-label="Restart"
        @click=${() => want(this, { kind: 'edit', edit: { kind: 'restart' } })}
      >
        ${icon('restart')}
      </button>
      ${this.#renderReversal('undo', this.store.undo.value.canUndo, 'Undo your last change (Ctrl Z)')}
      ${this.#renderReversal('redo', this.store.undo.value.canRedo, 'Redo your last change (Ctrl Shift Z)')}
      <button
        class="icon history"
        data-test="history"
        title="History: who changed what, and earlier states (Y)"
        aria-label="History"
        aria-pressed=${this.store.panel.value === 'history'}
        @click=${() => want(this, { kind: 'panel', panel: this.store.panel.value === 'history' ? null : 'history' })}
      >
        ${icon('history')}
      </button>
      <button
        class="icon keys"
        data-test="keys"
        title="Play with the computer keyboard or your fingers (P)"
        aria-label="Keys"
        aria-pressed=${this.store.keys.value.isOpen}
        @click=${() => want(this, { kind: 'hands', act: { kind: 'keys', isOpen: !this.store.keys.value.isOpen } })}
      >
        ${icon('piano')}
      </button>
      ${this.#renderTimelineButton()}
    </div>`;
  }

  #renderReversal(direction: Direction, can: boolean, words: Sentence): TemplateResult {
    return html`<button
      class="icon reversal"
      data-test=${direction}
      title=${say(words)}
      aria-label=${say(direction === 'undo' ? 'Undo' : 'Redo')}
      ?disabled=${!can}
      @click=${() => want(this, { kind: 'reverse', direction })}
    >
      ${icon(direction)}
    </button>`;
  }

  #renderReadings(): TemplateResult {
    const { playing, scalars, effectiveDocument } = this.store;
    const { tempo, key, scale } = effectiveDocument.value.parameters;
    const heard = scalars.value;
    const lamps = beatLamps(heard?.beat ?? 0, heard?.beatsPerBar ?? 4);
    const reading = html`<b class="number">${Math.round(heard?.tempo ?? tempo)}</b><span>BPM</span>`;
    return html`${
        this.store.canEdit.value
          ? html`<button
              class="read tempo"
              title=${tempoTitle(tempo, heard, true)}
              @pointerdown=${this.#tap}
              @keydown=${(event: KeyboardEvent) => (event.key === 'Enter' || event.key === ' ') && !event.repeat && this.#tap()}
            >
              ${reading}<span class="unseen">, tap the tempo</span>
            </button>`
          : html`<div class="read tempo" title=${tempoTitle(tempo, heard, false)}>${reading}</div>`
      }
      <div class="beats" aria-hidden="true">
        ${lamps.map((light) => html`<i ${styled({ '--light': playing.value ? light.toFixed(2) : 0 })}></i>`)}
      </div>
      <div class="read key" title="Key and scale"><b>${key}</b><span>${inSentence(sayOfRegistry(labelOfChoice(scale)))}</span></div>
      <div class="read wide" title="Particles alive">
        <b class="number">${heard ? heard.alive.toLocaleString(language(), { maximumFractionDigits: 0, useGrouping: 'min2' }) : '–'}</b
        ><span>particles</span>
      </div>`;
  }

  #renderSection(): TemplateResult | typeof nothing {
    const section = sectionOf(this.store.scalars.value, this.store.effectiveDocument.value.parameters);
    return section ? html`<hu-section-reading .section=${section}></hu-section-reading>` : nothing;
  }

  readonly #tap = () => want(this, { kind: 'hands', act: { kind: 'tap' } });

  #renderSound(): TemplateResult {
    const { state, muted, message, rmsDb, peakDb } = this.store.audio.value;
    const press = () => want(this, { kind: 'sound' });
    if (state === 'unavailable') {
      return html`<button class="silent" data-test="sound" title=${message} @click=${press}>
        ${icon('volume-off')}<span>No sound here</span>
      </button>`;
    }
    if (state !== 'running') {
      return html`<button class="primary sound" data-test="sound" ?disabled=${state === 'starting'} @click=${press}>
        ${icon('volume')} <span>${state === 'starting' ? say('Tuning…') : html`<i>Tap for </i>sound`}</span>
      </button>`;
    }
    const level = muted ? 0 : levelOf(rmsDb);
    return html`<div class="heard">
      <button
        class="icon"
        data-test="sound"
        title=${say(muted ? 'Unmute, only for you (M)' : 'Mute, only for you (M)')}
        aria-label=${say(muted ? 'Unmute' : 'Mute')}
        aria-pressed=${muted}
        @click=${press}
      >
        ${icon(muted ? 'volume-off' : 'volume')}
      </button>
      <div
        class="meter"
        role="meter"
        aria-label="Level"
        aria-valuemin="0"
        aria-valuemax="1"
        aria-valuenow=${level.toFixed(2)}
        ${styled({ '--level': level.toFixed(3), '--peak': muted ? 0 : levelOf(peakDb).toFixed(3) })}
      >
        <i></i><b></b>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-transport': TransportBar;
  }
}
