import { css, nothing, type TemplateResult } from 'lit';
import type { Rest } from '../../store/resting-parts.ts';
import { html } from '../../words/html.ts';
import { restWords } from '../parts/section-words.ts';

/** Styles of {@link renderRest}, in the head of a control. */
export const restStyles = css`
  .rest {
    /* The name goes first. */
    flex: 1000 1 0;
    min-width: 0;
    overflow: hidden;
    color: var(--accent);
    font-size: 11px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

/** Says, in the head of a part's level, how long the part rests: else nobody knew why it is not heard. */
export function renderRest(rest: Rest | undefined): TemplateResult | typeof nothing {
  if (!rest) return nothing;
  return html`<span
    slot="head"
    class="rest"
    data-test="rest"
    data-help="The arrangement leaves this part out here. With little form, or with more intensity, it plays."
    >${restWords(rest)}</span
  >`;
}

/** The same where there is room for a word. */
export const renderShortRest = (rest: Rest | undefined): TemplateResult | typeof nothing =>
  rest ? html`<span slot="head" class="rest" title=${restWords(rest)} data-help=${restWords(rest)}>rests</span>` : nothing;
