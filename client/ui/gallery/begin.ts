import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import { followLink } from '../parts/follow-link.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';
import { touched } from '../screens.ts';

/** Begins with an empty universe, or with a file, which can also be dropped anywhere on the page. */
@customElement('hu-begin')
export class Begin extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      a {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 36px;
        padding: 0 12px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        text-decoration: none;
      }
      a:hover {
        background: var(--hover);
      }
      .drop {
        position: fixed;
        z-index: 10;
        inset: 16px;
        display: grid;
        place-content: center;
        border: 2px dashed var(--accent);
        border-radius: 20px;
        background: color-mix(in oklab, var(--ground) 86%, transparent);
        font-size: 18px;
        font-weight: 600;
        pointer-events: none;
      }
      @media ${touched} {
        a {
          min-height: 44px;
        }
      }
    `,
  ];

  @state() isOver = false;
  @query('input') input!: HTMLInputElement;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const name of ['dragover', 'dragleave', 'drop'] as const) addEventListener(name, this.#drag);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const name of ['dragover', 'dragleave', 'drop'] as const) removeEventListener(name, this.#drag);
  }

  protected override render(): TemplateResult {
    return html`<a href="/new" data-test="new" @click=${followLink}>${icon('plus', 16)} New universe</a>
      <button class="outlined" data-test="import" @click=${() => this.input.click()}>${icon('upload', 16)} Import a file</button>
      <input type="file" accept=".json,application/json" hidden aria-label="Universe file" @change=${this.#choose} />
      ${this.isOver ? html`<div class="drop" role="status">Drop the file to open its universe</div>` : ''}`;
  }

  #choose = () => {
    this.#bring(this.input.files);
    // Allows choosing the same file again, for example after a correction.
    this.input.value = '';
  };

  #drag = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver = event.type === 'dragover';
    if (event.type === 'drop') this.#bring(event.dataTransfer.files);
  };

  #bring(files: FileList | null): void {
    const file = files?.[0];
    if (file) want(this, { kind: 'library', act: { kind: 'bring', file } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-begin': Begin;
  }
}
