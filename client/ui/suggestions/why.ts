import { css, nothing, type TemplateResult } from 'lit';
import { parameterOf } from '../../../shared/parameters/index.ts';
import type { Proposal } from '../../store/suggestions.ts';
import { html } from '../../words/html.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { say } from '../../words/words.ts';
import { styled } from '../parts/styled.ts';
import { changeText } from './change-words.ts';

/** The change that fills a bar, in units of how much universes differ. */
const fullChange = 3;
const maxNames = 10;

/** Styles of {@link renderWhy}. */
export const whyStyles = css`
  dl {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(0, 1fr);
    align-items: center;
    gap: 5px 10px;
    margin: 2px 0 8px;
    font-size: 13px;
  }
  dd {
    position: relative;
    height: 4px;
    margin: 0;
    border-radius: 2px;
    background: var(--track);
  }
  dd i {
    position: absolute;
    inset: 0 auto 0 0;
    width: calc(var(--share) * 100%);
    border-radius: 2px;
    background: var(--accent);
  }
  .why p {
    margin: 0 0 6px;
    color: var(--text-soft);
    font-size: 12px;
    text-wrap: pretty;
  }
  .why p b {
    color: var(--text);
    font-weight: 600;
  }
`;

/** Says why a proposal is different: what was measured, what was moved for that, and where a part of it is from. */
export function renderWhy({ explanation, borrowedFrom }: Proposal): TemplateResult {
  const { changes, parameters, things } = explanation;
  const names = parameters.map((key) => sayOfRegistry(parameterOf(key).label));
  const rest = names.length - maxNames;
  return html`<div class="why" data-test="why">
    <dl>
      ${changes.map(
        (change) =>
          html`<dt>${changeText(change)}</dt>
            <dd ${styled({ '--share': Math.min(1, Math.abs(change.by) / fullChange) })}><i></i></dd>`,
      )}
    </dl>
    ${
      names.length === 0
        ? nothing
        : html`<p><b>Moved:</b> ${names.slice(0, maxNames).join(', ')}${rest > 0 ? ` ${say('and {count} more', { count: rest })}` : ''}</p>`
    }
    ${things ? html`<p>Emitters, wells or affinities differ.</p>` : nothing}
    ${borrowedFrom === null ? nothing : html`<p>A part of it is from ${borrowedFrom}.</p>`}
  </div>`;
}
