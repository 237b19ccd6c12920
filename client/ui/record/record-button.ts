import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { onScreens } from '../screens.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { icon } from '../parts/icon.ts';

/** Opens the dialog of recordings, and shows the progress of a recording. */
@customElement('hu-record-button')
export class RecordButton extends LitElement {
  static override styles = [
    base,
    css`
      button[data-status='running'] svg,
      button[data-status='done'] svg {
        color: var(--warm);
      }
      @media ${onScreens('phone', 'low', 'tablet')} {
        button {
          min-width: 44px;
          padding: 0;
          gap: 4px;
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
    watchSignals(this, () => this.store?.recording.value);
  }

  /** Sets `busy` while there is something to show: small screens hide the button otherwise. */
  protected override updated(): void {
    this.toggleAttribute('busy', this.store.recording.value.status !== 'idle');
  }

  protected override render(): TemplateResult {
    const { status, share } = this.store.recording.value;
    const isRunning = status === 'running';
    return html`<button
      data-test="record"
      data-status=${status}
      title="Record (C)"
      aria-label=${isRunning ? say('Recording, {percent} %', { percent: Math.floor(share * 100) }) : say('Record')}
      @click=${() => want(this, { kind: 'dialog', dialog: 'record' })}
    >
      ${icon('record')}
      ${isRunning ? html`<span class="number">${Math.floor(share * 100)} %</span>` : status === 'done' ? html`<span class="wide">Recorded</span>` : html`<span class="wide">Record</span>`}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-record-button': RecordButton;
  }
}
