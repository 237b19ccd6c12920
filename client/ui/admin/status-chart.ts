import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { html, svg } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { formatNumber } from '../format.ts';
import { narrow } from '../screens.ts';
import { base } from '../tokens.ts';
import { chartLineOf, chartTopOf } from './chart-line.ts';

const width = 240;
const height = 56;

/** A figure with the line of its last minutes. The line is described in words for those who do not see it. */
@customElement('hu-status-chart')
export class StatusChart extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto 1fr;
        min-width: 0;
        padding: 18px 20px 14px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--card);
      }
      h2 {
        font-size: 13px;
        font-weight: 500;
        color: var(--text-soft);
      }
      .now {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 8px;
        margin: 2px 0 12px;
      }
      b {
        font-size: 30px;
        font-weight: 640;
        line-height: 1.2;
        letter-spacing: -0.02em;
      }
      small {
        font-size: 13px;
        color: var(--text-soft);
      }
      figure {
        display: grid;
        align-content: end;
        margin: 0;
      }
      svg {
        display: block;
        width: 100%;
        height: ${height}px;
        overflow: visible;
        border-bottom: 1px solid var(--line-strong);
        color: var(--hue);
      }
      .area {
        fill: currentColor;
        opacity: 0.14;
      }
      .line {
        fill: none;
        stroke: currentColor;
        stroke-width: 2;
        stroke-linecap: round;
        stroke-linejoin: round;
        vector-effect: non-scaling-stroke;
      }
      .top {
        stroke: var(--line);
        stroke-dasharray: 3 4;
        vector-effect: non-scaling-stroke;
      }
      .scale {
        display: flex;
        justify-content: space-between;
        font-size: 12px;
        color: var(--text-soft);
      }
      .above {
        justify-content: end;
        margin-bottom: 3px;
      }
      .below {
        margin-top: 5px;
      }
      @media ${narrow} {
        :host {
          padding: 14px 14px 12px;
        }
        b {
          font-size: 24px;
        }
      }
    `,
  ];

  /** What is measured, in the current language. */
  @property() label = '';
  @property() unit = '';
  /** A few words beside the figure. */
  @property() note = '';
  /** Oldest first. */
  @property({ attribute: false }) values: readonly number[] = [];
  /** How many values fill the chart, and how many minutes these are. */
  @property({ attribute: false }) places = 90;
  @property({ attribute: false }) minutes = 15;
  /** The least value at the top: noise must not look like load. */
  @property({ attribute: false }) atLeast = 1;
  /** The figure; by default the last value. */
  @property({ attribute: false }) now: number | null = null;

  protected override render(): TemplateResult {
    const { label, unit, values } = this;
    const now = this.now ?? values.at(-1) ?? 0;
    return html`<h2>${label}</h2>
      <p class="now"><b class="number">${this.#told(now)}</b>${this.note === '' ? nothing : html`<small>${this.note}</small>`}</p>
      ${values.length < 2 ? html`<small>The first minutes are being measured.</small>` : this.#renderLine(label, unit, values)}`;
  }

  #renderLine(label: string, unit: string, values: readonly number[]): TemplateResult {
    const top = chartTopOf(values, this.atLeast);
    const { line, area } = chartLineOf(values, { places: this.places, top, width, height });
    const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => this.#told(value));
    const spoken = say('{label}, {minutes} minutes: from {least} to {most}', { label, minutes: this.minutes, least: least!, most: most! });
    return html`<figure>
      <div class="scale above number" aria-hidden="true">${formatNumber(top)}${unit === '' ? nothing : html` ${unit}`}</div>
      <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label=${spoken}>
        ${svg`<line class="top" x1="0" y1="0" x2=${width} y2="0"></line>
        <path class="area" d=${area}></path>
        <path class="line" d=${line}></path>`}
      </svg>
      <div class="scale below" aria-hidden="true"><span>${say('{minutes} min ago', { minutes: this.minutes })}</span><span>now</span></div>
    </figure>`;
  }

  #told(value: number): string {
    return this.unit === '' ? formatNumber(value) : `${formatNumber(value)} ${this.unit}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-status-chart': StatusChart;
  }
}
