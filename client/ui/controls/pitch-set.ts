import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { html } from '../../words/html.ts';
import { base } from '../tokens.ts';
import { touched } from '../screens.ts';

/** Names of the intervals above the tonic. */
const intervals = ['1', '♭2', '2', '♭3', '3', '4', '♯4', '5', '♭6', '6', '♭7', '7'] as const;
/** Raised and lowered degrees are placed higher, like the black keys of a piano. */
const raised = (interval: string) => interval.length > 1;

/**
 * Returns the set with the pitch at `index` added or removed, or null if that is not allowed: the tonic and at least one other pitch stay.
 */
export function togglePitch(set: string, index: number): string | null {
  if (index === 0) return null;
  const changed = Array.from(set, (bit, at) => (at === index ? (bit === '1' ? '0' : '1') : bit)).join('');
  return changed.includes('1', 1) ? changed : null;
}

/**
 * A row of twelve keys, one for each pitch class above the tonic.
 * @fires pitches-change - the set as twelve 0s and 1s
 */
@customElement('hu-pitch-set')
export class PitchSet extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding: 8px 0 4px;
      }
      .keys {
        display: grid;
        grid-template-columns: repeat(12, 1fr);
        gap: 2px;
      }
      button {
        min-width: 0;
        height: 34px;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 6px;
        background: transparent;
        color: var(--text-soft);
        font-size: 11px;
      }
      button.raised {
        translate: 0 -6px;
      }
      button[aria-pressed='true'] {
        border-color: transparent;
        background: var(--accent);
        color: var(--ground);
        font-weight: 700;
      }
      button:disabled {
        cursor: default;
      }
      @media ${touched} {
        button {
          height: 44px;
        }
      }
    `,
  ];

  @property() label = '';
  @property() value = '';
  @property({ type: Boolean, reflect: true }) disabled = false;

  protected override render(): TemplateResult {
    return html`<div class="keys" role="group" aria-label=${this.label}>
      ${intervals.map((interval, index) => {
        const next = togglePitch(this.value, index);
        return html`<button
          class=${raised(interval) ? 'raised' : ''}
          aria-pressed=${this.value[index] === '1'}
          ?disabled=${this.disabled || next === null}
          @click=${() => this.#change(next)}
        >
          ${interval}
        </button>`;
      })}
    </div>`;
  }

  #change(next: string | null): void {
    if (next) this.dispatchEvent(new CustomEvent<string>('pitches-change', { detail: next, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-pitch-set': PitchSet;
  }
}
