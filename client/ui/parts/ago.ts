import { LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { secondsSince } from '../../store/server-time.ts';
import { html } from '../../words/html.ts';
import { describeAge, describeMoment } from '../format.ts';

const tellMs = 30_000;

/** Shows how long ago a time was, and keeps it up to date. */
@customElement('hu-ago')
export class Ago extends LitElement {
  /** ISO 8601. */
  @property() at = '';
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), tellMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    const moment = new Date(this.at);
    return html`<time datetime=${this.at} title=${describeMoment(moment)}>${describeAge(secondsSince(this.at))}</time>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-ago': Ago;
  }
}
