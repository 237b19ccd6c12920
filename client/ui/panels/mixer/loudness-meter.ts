import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MeterReading } from '../../../common/meter-reading.ts';
import { html } from '../../../words/html.ts';
import { say, saySense } from '../../../words/words.ts';
import { styled } from '../../parts/styled.ts';
import { base } from '../../tokens.ts';
import { formatLevel } from './note-words.ts';

/** Loudness that universes are levelled to, and the ceiling of their true peak. */
const targetLufs = -16;
const ceilingDbtp = -1;
const floorLufs = -40;

const shareOf = (lufs: number) => Math.min(1, Math.max(0, 1 - lufs / floorLufs));

/** Momentary, short-term and integrated loudness of the sound here, and its true peak. */
@customElement('hu-loudness-meter')
export class LoudnessMeterElement extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .bar {
        position: relative;
        height: 10px;
        border-radius: 5px;
        background: var(--track);
        overflow: hidden;
      }
      .bar i {
        position: absolute;
        inset: 0;
        transform-origin: left;
        scale: var(--now) 1;
        background: linear-gradient(to right, var(--hue-audio) 55%, var(--warm) 80%, var(--danger));
      }
      .bar b {
        position: absolute;
        top: 0;
        bottom: 0;
        left: calc(var(--target) * 100%);
        width: 2px;
        background: var(--text);
        opacity: 0.7;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(4, auto);
        justify-content: space-between;
        margin: 8px 0 4px;
      }
      dt {
        font-size: 11px;
        color: var(--text-soft);
      }
      dd {
        margin: 0;
        font-weight: 600;
      }
      dd.over {
        color: var(--danger);
      }
      dd span {
        font-size: 11px;
        font-weight: 400;
        color: var(--text-soft);
      }
    `,
  ];

  @property({ attribute: false }) meter: MeterReading | null = null;

  protected override render(): TemplateResult {
    const { lufsMomentary = -Infinity, lufsShortTerm = -Infinity, lufsIntegrated = -Infinity, truePeakDbtp = -Infinity } = this.meter ?? {};
    const figure = (words: string, help: string, value: number, unit: string, isOver = false) =>
      html`<div data-help=${help}>
        <dt>${words}</dt>
        <dd class=${isOver ? 'over' : ''}>${formatLevel(value)} <span>${unit}</span></dd>
      </div>`;
    return html`<div
        class="bar"
        role="meter"
        aria-label="Loudness"
        aria-valuemin=${floorLufs}
        aria-valuemax="0"
        aria-valuenow=${Number.isFinite(lufsMomentary) ? lufsMomentary.toFixed(1) : floorLufs}
        ${styled({ '--now': shareOf(lufsMomentary).toFixed(3), '--target': shareOf(targetLufs).toFixed(3) })}
      >
        <i></i><b></b>
      </div>
      <dl class="number" data-test="loudness">
        ${figure(say('Now'), say('Loudness of the last 400 ms.'), lufsMomentary, 'LUFS')}
        ${figure('3 s', say('Loudness of the last three seconds.'), lufsShortTerm, 'LUFS')}
        ${figure(saySense('All (of the time)'), say('Loudness of everything that you have heard; universes are levelled to {level}.', { level: targetLufs }), lufsIntegrated, 'LUFS')}
        ${figure(say('Peak'), say('Highest recent true peak; it stays below {level}.', { level: ceilingDbtp }), truePeakDbtp, 'dBTP', truePeakDbtp > ceilingDbtp)}
      </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-loudness-meter': LoudnessMeterElement;
  }
}
