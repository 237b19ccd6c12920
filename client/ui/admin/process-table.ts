import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ProcessStatus } from '../../../shared/api/operations/status-schemas.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { describeTime, formatNumber } from '../format.ts';
import '../parts/ago.ts';
import { narrow } from '../screens.ts';
import { base } from '../tokens.ts';

interface Column {
  label: string;
  value(process: ProcessStatus): number;
  /** The figure of all processes: their sum, or the largest. */
  all: 'sum' | 'largest';
  unit?: string;
}

const membersOf = ({ connections }: ProcessStatus) => Object.values(connections).reduce((sum, count) => sum + count, 0);

/** The columns of figures, in the current language. */
const columnsOf = (): Column[] => [
  { label: say('Rooms'), value: ({ rooms }) => rooms, all: 'sum' },
  { label: say('Members'), value: membersOf, all: 'sum' },
  { label: say('Lag of ticks'), value: ({ lagMs }) => lagMs, all: 'largest', unit: 'ms' },
  { label: say('Load'), value: ({ load }) => Math.round(load * 100), all: 'sum', unit: '%' },
  { label: say('Refusals'), value: ({ refusals }) => refusals, all: 'sum' },
  { label: say('Memory'), value: ({ memoryBytes }) => Math.round(memoryBytes / 2 ** 20), all: 'sum', unit: 'MiB' },
];

/**
 * Shows each process in a line, and all of them in the last. One that has told nothing for a while has no figures: they may not be true any
 * more. On a narrow screen each line is a card; the roles keep it a table for those who don't see it.
 */
@customElement('hu-process-table')
export class ProcessTable extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-width: 0;
        padding: 18px 20px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--card);
      }
      h2 {
        margin-bottom: 10px;
        font-size: 15px;
        font-weight: 600;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 8px 0 8px 16px;
        text-align: end;
        white-space: nowrap;
      }
      :is(th, td):first-child {
        padding-inline-start: 0;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      thead th {
        padding-top: 0;
        font-size: 13px;
        font-weight: 500;
        color: var(--text-soft);
      }
      tbody th,
      tfoot td {
        font-weight: 600;
      }
      :is(tbody, tfoot) tr {
        border-top: 1px solid var(--line);
      }
      .started {
        font-weight: 400;
        color: var(--text-soft);
      }
      .silent {
        color: var(--danger);
      }
      td .label {
        display: none;
      }
      @media ${narrow} {
        :host {
          padding: 16px;
        }
        table,
        tbody,
        tfoot {
          display: block;
        }
        thead {
          display: none;
        }
        tr {
          display: grid;
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: 4px 20px;
          padding: 10px 0;
        }
        th,
        td {
          padding: 0;
        }
        tr > :first-child,
        td.started,
        td.silent {
          grid-column: 1 / -1;
          text-align: start;
        }
        td.figure {
          display: flex;
          flex-wrap: wrap;
          justify-content: space-between;
          gap: 0 8px;
        }
        td.figure > :last-child {
          margin-inline-start: auto;
        }
        td .label {
          display: inline;
          font-weight: 400;
          color: var(--text-soft);
        }
      }
    `,
  ];

  @property({ attribute: false }) processes: readonly ProcessStatus[] = [];

  protected override render(): TemplateResult {
    const columns = columnsOf();
    const present = this.processes.filter(({ silentSince }) => silentSince === null);
    return html`<h2 id="processes">Processes</h2>
      <table role="table" aria-labelledby="processes">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Process</th>
            ${columns.map(({ label }) => html`<th role="columnheader">${label}</th>`)}
            <th role="columnheader">Started</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.processes.map((process) => this.#renderProcess(process, columns))}
        </tbody>
        ${this.processes.length > 1 ? this.#renderAll(present, columns) : nothing}
      </table>`;
  }

  #renderProcess(process: ProcessStatus, columns: readonly Column[]): TemplateResult {
    const { silentSince, startedAt } = process;
    return html`<tr role="row">
      <th role="rowheader" translate="no">${process.process}</th>
      ${
        silentSince === null
          ? columns.map((column) => this.#renderFigure(column, column.value(process)))
          : html`<td role="cell" class="silent" colspan=${columns.length}>
              ${say('Silent since {time}', { time: describeTime(new Date(silentSince)) })}
            </td>`
      }
      <td role="cell" class="started"><span class="label">Started</span> <hu-ago at=${startedAt}></hu-ago></td>
    </tr>`;
  }

  #renderAll(present: readonly ProcessStatus[], columns: readonly Column[]): TemplateResult {
    return html`<tfoot role="rowgroup">
      <tr role="row">
        <th role="rowheader">All</th>
        ${columns.map((column) => {
          const values = present.map(column.value);
          const all = column.all === 'sum' ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
          return this.#renderFigure(column, all);
        })}
        <td role="cell" class="started"></td>
      </tr>
    </tfoot>`;
  }

  #renderFigure({ label, unit }: Column, value: number): TemplateResult {
    const figure = unit === undefined ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
    return html`<td role="cell" class="figure number"><span class="label" aria-hidden="true">${label}</span> <span>${figure}</span></td>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-process-table': ProcessTable;
  }
}
