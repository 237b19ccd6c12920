import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { labelOfTarget } from '../../store/control-target.ts';
import type { DriveSource, HandsAct } from '../../store/hands.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say, saySense } from '../../words/words.ts';
import { want } from '../intents.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { icon } from '../parts/icon.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { connectStyles } from './connect-styles.ts';

/** The dialog of MIDI devices, of their bindings, and of a sound that moves only the user's own picture. */
@customElement('hu-connect-dialog')
export class ConnectDialog extends LitElement {
  static override styles = [base, dialogStyles, connectStyles];

  @property({ attribute: false }) store!: Store;
  @query('dialog') dialog!: HTMLDialogElement | null;

  constructor() {
    super();
    watchSignals(this, () => {
      if (this.store?.dialog.value !== 'connect') return null;
      const { midi, drive, effectiveDocument, canEdit } = this.store;
      return [midi.value, drive.value, effectiveDocument.value, canEdit.value];
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.store.dialog.value !== 'connect') return nothing;
    return html`<dialog
      aria-label="Connect"
      @close=${this.#close}
      @click=${(event: MouseEvent) => event.target === this.dialog && this.#close()}
    >
      <div class="head">
        <h2>Connect</h2>
        <button class="icon" aria-label="Close" @click=${this.#close}>${icon('x')}</button>
      </div>
      ${this.#renderMidi()} ${this.#renderDrive()}
    </dialog>`;
  }

  protected override updated(): void {
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  #renderMidi(): TemplateResult {
    const { state, message } = this.store.midi.value;
    return html`<h3>MIDI devices</h3>
      <p>Play the universe with a MIDI keyboard, let knobs move its controls, or let it play your instruments.</p>
      ${
        state === 'on'
          ? this.#renderDevices()
          : html`<button class="outlined" ?disabled=${state === 'starting'} @click=${() => this.#act({ kind: 'connect-midi' })}>
                ${icon('plug', 16)} ${say(state === 'starting' ? 'Asking …' : 'Connect MIDI devices')}
              </button>
              ${message ? html`<p class="why" role="status">${message}</p>` : nothing}`
      }`;
  }

  #renderDevices(): TemplateResult {
    const { inputs, outputs, output, bindings } = this.store.midi.value;
    const names = inputs.map(({ name }) => name).join(', ');
    const canEdit = this.store.canEdit.value;
    return html`<p>
        ${
          inputs.length === 0
            ? say('No keyboard or controller is connected. Connect one, and it appears here.')
            : canEdit
              ? say(
                  'Listening to {names}. Keys play in the scale. To move a control with a knob, press Learn beside it, or right click it, and move the knob.',
                  { names },
                )
              : say('{names}: viewers cannot play.', { names })
        }
      </p>
      <label
        >Send notes and clock to
        <select
          data-test="midi-output"
          @change=${(event: Event) => this.#act({ kind: 'midi-output', id: (event.target as HTMLSelectElement).value })}
        >
          <option value="" ?selected=${output === ''}>${say(outputs.length === 0 ? 'no instrument connected' : 'nothing')}</option>
          ${outputs.map(({ id, name }) => html`<option value=${id} ?selected=${id === output}>${name}</option>`)}
        </select>
      </label>
      ${
        bindings.length === 0
          ? nothing
          : html`<ul aria-label="Knobs and their controls">
              ${bindings.map(
                (binding) =>
                  html`<li>
                    <span>${labelOfTarget(binding.target, this.store.effectiveDocument.value)}</span>
                    <span class="from">${binding.device}, control ${binding.controller}</span>
                    <button class="icon" title="Forget" aria-label="Forget" @click=${() => this.#act({ kind: 'forget', binding })}>
                      ${icon('trash', 16)}
                    </button>
                  </li>`,
              )}
            </ul>`
      }`;
  }

  #renderDrive(): TemplateResult {
    const { source, message, bass, mid, high } = this.store.drive.value;
    const choose = (kind: DriveSource, name: 'microphone' | 'screen-share', words: Sentence) =>
      html`<button class="outlined" aria-pressed=${source === kind} @click=${() => this.#act({ kind: 'listen', source: kind })}>
        ${icon(name, 16)} ${say(words)}
      </button>`;
    const bands = [
      [say('Bass'), bass],
      [say('Middle'), mid],
      [saySense('High (of sound)'), high],
    ] as const;
    return html`<h3>A sound that moves your picture</h3>
      <p>
        Bass makes particles larger, mids stir the sparks, highs light them. Only you see it: nothing is sent anywhere, and the universe
        itself stays the same for everyone.
      </p>
      ${
        source
          ? html`<div class="row">
                <button class="outlined" @click=${() => this.#act({ kind: 'listen', source: null })}>
                  ${icon('x', 16)} ${say(source === 'tab' ? 'Stop listening to the tab' : 'Stop listening to the microphone')}
                </button>
              </div>
              <div class="bands" aria-hidden="true">
                ${bands.map(([name, level]) => html`<div>${name}<i ${styled({ '--level': level.toFixed(2) })}></i></div>`)}
              </div>`
          : html`<div class="row">
              ${choose('microphone', 'microphone', 'Microphone')} ${choose('tab', 'screen-share', 'The sound of a tab')}
            </div>`
      }
      ${message ? html`<p class="why" role="status">${message}</p>` : nothing}`;
  }

  readonly #close = () => want(this, { kind: 'dialog', dialog: null });

  #act(act: HandsAct): void {
    want(this, { kind: 'hands', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-connect-dialog': ConnectDialog;
  }
}
