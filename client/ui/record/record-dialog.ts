import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type RecordingView, showTime } from '../../store/recording.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { language } from '../../words/languages.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { icon } from '../parts/icon.ts';
import './record-form.ts';

/** The dialog of recordings: the form, the progress of a recording, and its result. It can be closed meanwhile. */
@customElement('hu-record-dialog')
export class RecordDialog extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      .work {
        display: grid;
        gap: 12px;
      }
      progress {
        width: 100%;
        height: 8px;
        border: 0;
        border-radius: 4px;
        overflow: hidden;
        background: var(--track);
        appearance: none;
      }
      progress::-webkit-progress-bar {
        background: var(--track);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      .row {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        color: var(--text-soft);
      }
      ul {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li a {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 40px;
        padding: 0 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      li a:hover {
        border-color: var(--line-strong);
      }
      li span {
        margin-left: auto;
        color: var(--text-soft);
        white-space: nowrap;
      }
      .failed {
        margin-bottom: 14px;
        color: var(--danger);
        text-wrap: pretty;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @query('dialog') dialog!: HTMLDialogElement | null;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.dialog.value, this.store?.recording.value]);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.store.dialog.value !== 'record') return nothing;
    return html`<dialog aria-label="Record" @close=${this.#close} @click=${this.#clickedOutside}>
      <div class="head">
        <h2>Record</h2>
        <button class="icon" aria-label="Close" @click=${this.#close}>${icon('x')}</button>
      </div>
      ${this.#renderStatus(this.store.recording.value)}
    </dialog>`;
  }

  protected override updated(): void {
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  #renderStatus(recording: RecordingView): TemplateResult {
    switch (recording.status) {
      case 'running':
        return this.#renderRunning(recording);
      case 'done':
        return this.#renderDone(recording);
      case 'failed':
        return html`<p class="failed" role="alert" data-test="record-failed">${recording.message}</p>
          <hu-record-form .store=${this.store}></hu-record-form>`;
      case 'idle':
        return html`<hu-record-form .store=${this.store}></hu-record-form>`;
    }
  }

  #renderRunning({ message, share, secondsLeft }: RecordingView): TemplateResult {
    const percent = Math.floor(share * 100);
    return html`<div class="work">
      <p role="status">${message} …</p>
      <progress max="1" .value=${share} aria-label="Progress"></progress>
      <div class="row">
        <span class="number"
          >${secondsLeft === null ? `${percent} %` : say('{percent} %, about {time} left', { percent, time: showTime(Math.ceil(secondsLeft)) })}</span
        >
        <button class="outlined" data-test="record-cancel" @click=${this.#cancel}>Cancel</button>
      </div>
      <p class="caption">You can close this: the recording continues in the background.</p>
    </div>`;
  }

  #renderDone({ message, files }: RecordingView): TemplateResult {
    return html`<div class="work" data-test="record-done">
      <p role="status">${message}</p>
      <ul>
        ${files.map(
          ({ name, url, bytes }) =>
            html`<li>
              <a href=${url} download=${name} title="Save it again"
                >${icon('download')} ${name} <span class="number">${sizeOf(bytes)}</span></a
              >
            </li>`,
        )}
      </ul>
      <div class="row">
        <span></span>
        <button class="primary" data-test="record-another" @click=${this.#cancel}>${icon('record')} Record more</button>
      </div>
    </div>`;
  }

  #close = () => {
    if (this.store.dialog.value === 'record') want(this, { kind: 'dialog', dialog: null });
  };

  #cancel = () => want(this, { kind: 'cancel-recording' });

  #clickedOutside = (event: MouseEvent) => {
    if (event.target === this.dialog) this.#close();
  };
}

/** Formats a file size, such as `340 KB` or `2.4 MB`. */
function sizeOf(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} KB`;
  return `${(bytes / 1e6).toLocaleString(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false })} MB`;
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-record-dialog': RecordDialog;
  }
}
