import { css, nothing, type TemplateResult } from 'lit';
import { html } from '../../words/html.ts';
import { icon } from '../parts/icon.ts';
import { touched } from '../screens.ts';

/** Styles of {@link renderFold}. */
export const foldStyles = css`
  .fold {
    border-top: 1px solid var(--line);
  }
  .fold > h3 {
    margin: 0 -8px;
    font: inherit;
  }
  .fold > h3::after {
    content: none;
  }
  .fold > h3 > button {
    width: 100%;
    min-height: 36px;
    padding: 0 8px;
    justify-content: flex-start;
    font-size: 13px;
    font-weight: 600;
    color: var(--text-soft);
  }
  .fold > h3 > button:hover,
  .fold > h3 > button[aria-expanded='true'] {
    color: var(--text);
  }
  .fold > h3 i {
    padding: 0 7px;
    border-radius: 8px;
    background: color-mix(in oklab, var(--accent) 22%, transparent);
    color: var(--text);
    font-size: 11px;
    font-style: normal;
    font-weight: 400;
    line-height: 17px;
  }
  .fold > h3 svg {
    margin-left: auto;
    transition: rotate 0.15s;
  }
  .fold > h3 > button[aria-expanded='true'] svg {
    rotate: 180deg;
  }
  .fold > div {
    padding-bottom: 8px;
  }
  @media ${touched} {
    .fold > h3 > button {
      min-height: 46px;
    }
  }
`;

interface Fold {
  topic: string;
  title: string;
  /** Number of its values that differ from their defaults. */
  changed: number;
  isOpen: boolean;
  toggle: () => void;
  content: () => unknown;
}

/** Renders a heading that folds its content. The content is rendered only while it is open. */
export function renderFold({ topic, title, changed, isOpen, toggle, content }: Fold): TemplateResult {
  return html`<section class="fold">
    <h3>
      <button data-topic=${topic} aria-expanded=${isOpen} @click=${toggle}>
        ${title} ${changed > 0 ? html`<i title="${changed} changed">${changed}<span class="unseen"> changed</span></i>` : nothing}
        ${icon('chevron-down', 16)}
      </button>
    </h3>
    ${isOpen ? html`<div>${content()}</div>` : nothing}
  </section>`;
}

/** Returns the set without `entry` if it has it, or else with it. */
export function toggled<T>(set: ReadonlySet<T>, entry: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(entry)) next.add(entry);
  return next;
}
