import { css, nothing, type TemplateResult } from 'lit';
import { html } from '../../words/html.ts';

/** Styles of {@link renderRemark}, under a control. */
export const remarkStyles = css`
  .remark {
    margin: 0 0 4px;
    color: var(--text-soft);
    font-size: 11px;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .row:has(.segments) .remark {
    margin-top: 4px;
  }
`;

/** Says under a control why it has no effect, or a limited one; the control is described by it, as `remark`. */
export const renderRemark = (text: string): TemplateResult | typeof nothing =>
  text ? html`<p class="remark" id="remark" data-test="remark">${text}</p>` : nothing;
