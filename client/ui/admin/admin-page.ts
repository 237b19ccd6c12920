import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ServerStatus, StatusSample } from '../../../shared/api/operations/status-schemas.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { formatNumber } from '../format.ts';
import { pageHead } from '../pages/page-head.ts';
import { pageStyles } from '../pages/page-styles.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { adminStyles } from './admin-styles.ts';
import './process-table.ts';
import './status-chart.ts';

/** The samples that fill a chart: a quarter of an hour. */
const places = 90;

/** Shows administrators how all processes are doing. */
@customElement('hu-admin-page')
export class AdminPage extends LitElement {
  static override styles = [base, pageStyles, adminStyles];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => this.store?.serverStatus.value);
  }

  protected override render(): TemplateResult {
    const { status, message, read } = this.store.serverStatus.value;
    return html`<div class="page">
      ${pageHead(say('Server'))}
      <main aria-busy=${status === 'loading'}>
        ${status === 'failed' ? html`<p class="trouble" role="alert">${message}</p>` : nothing}
        ${
          read
            ? html`${this.#renderCharts(read)}
                <hu-process-table .processes=${read.processes}></hu-process-table>
                <div class="lists">${this.#renderJobs(read)} ${this.#renderErrors(read)} ${this.#renderClientErrors(read)}</div>`
            : nothing
        }
      </main>
    </div>`;
  }

  #renderCharts({ rooms, connections, samples, sampleSeconds }: ServerStatus): TemplateResult {
    const of = (value: (sample: StatusSample) => number) => samples.map(value);
    const aMinute = (count: number) => Math.round((count * 60) / sampleSeconds);
    const minutes = Math.round((places * sampleSeconds) / 60);
    const chart = (
      label: string,
      values: readonly number[],
      hue: string,
      { unit = '', note = '', atLeast = 10, now = null as number | null } = {},
    ) =>
      html`<hu-status-chart
        .label=${label}
        .unit=${unit}
        .note=${note}
        .values=${values}
        .places=${places}
        .minutes=${minutes}
        .atLeast=${atLeast}
        .now=${now}
        ${styled({ '--hue': `var(--hue-${hue})` })}
      ></hu-status-chart>`;
    const editors = connections.owner + connections.editor;
    const watching = connections.viewer + connections.spectator;
    const members = say('{editors} may edit, {watching} watch', { editors, watching });
    return html`<div class="charts">
      ${chart(
        say('Rooms'),
        of((sample) => sample.rooms),
        'visualization',
        { now: rooms },
      )}
      ${chart(
        say('Members'),
        of((sample) => sample.members),
        'audio',
        { now: editors + watching, note: members },
      )}
      ${chart(
        say('Lag of ticks'),
        of((sample) => sample.lagMs),
        'music',
        { unit: 'ms', atLeast: 50, note: say('95 of 100 are below') },
      )}
      ${chart(
        say('Load'),
        of((sample) => Math.round(sample.load * 100)),
        'coupling',
        { unit: '%', atLeast: 100, note: say('of one core') },
      )}
      ${chart(
        say('Requests'),
        of((sample) => aMinute(sample.requests)),
        'history',
        { note: say('a minute') },
      )}
      ${chart(
        say('Refusals'),
        of((sample) => aMinute(sample.refusals)),
        'physics',
        { note: say('a minute') },
      )}
    </div>`;
  }

  #renderJobs({ jobs: { queued, running, failed } }: ServerStatus): TemplateResult {
    return html`<section aria-labelledby="jobs">
      <h2 id="jobs">Jobs</h2>
      <dl class="number">
        <div>
          <dt>Waiting</dt>
          <dd>${formatNumber(queued)}</dd>
        </div>
        <div>
          <dt>Running</dt>
          <dd>${formatNumber(running)}</dd>
        </div>
        <div class=${failed > 0 ? 'failed' : ''}>
          <dt>Failed in the last three days</dt>
          <dd>${formatNumber(failed)}</dd>
        </div>
      </dl>
    </section>`;
  }

  #renderErrors({ errors }: ServerStatus): TemplateResult {
    return html`<section aria-labelledby="errors">
      <h2 id="errors">Refusals by code</h2>
      ${counted(errors.map(({ code, count }) => [code, count]))}
    </section>`;
  }

  #renderClientErrors({ clientErrors }: ServerStatus): TemplateResult {
    return html`<section aria-labelledby="client-errors">
      <h2 id="client-errors">Errors of pages by kind</h2>
      ${counted(clientErrors.map(({ kind, count }) => [kind, count]))}
    </section>`;
  }
}

/** Renders counts of these minutes, each with a bar. Codes and kinds are those of the API, in every language. */
function counted(counts: readonly (readonly [string, number])[]): TemplateResult {
  if (counts.length === 0) return html`<p>None in these minutes.</p>`;
  const most = Math.max(...counts.map(([, count]) => count));
  return html`<dl class="number">
    ${counts.map(
      ([name, count]) =>
        html`<div class="counted" ${styled({ '--share': `${(count / most) * 100}%` })}>
          <dt translate="no">${name}</dt>
          <dd>${formatNumber(count)}</dd>
        </div>`,
    )}
  </dl>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-admin-page': AdminPage;
  }
}
