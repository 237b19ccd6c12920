import { css } from 'lit';
import { touched } from '../screens.ts';

/** Styles of users in rows, with actions below. */
export const sharingStyles = css`
  :host {
    display: block;
  }
  h3 {
    margin: 18px 0 4px;
    font-size: 14px;
    font-weight: 600;
  }
  ul {
    margin: 0 0 6px;
    padding: 0;
    list-style: none;
  }
  li,
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
  }
  i {
    flex: none;
    width: 10px;
    height: 10px;
    border-radius: 50%;
  }
  .name {
    flex: 1;
    line-height: 24px;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-decoration: none;
  }
  .name:hover {
    text-decoration: underline;
  }
  .soft {
    color: var(--text-soft);
    font-size: 13px;
  }
  select {
    height: 36px;
    padding: 0 8px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--box);
  }
  .invite {
    flex-wrap: wrap;
    padding-top: 6px;
    border-top: 1px solid var(--line);
  }
  .invite .soft {
    flex-basis: 100%;
  }
  .invite select,
  .invite button {
    flex: 1 0 auto;
  }
  .open {
    justify-content: space-between;
  }
  .gift {
    margin: 6px 0 10px;
    padding: 12px 14px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--faint);
  }
  .gift p {
    margin-bottom: 8px;
    text-wrap: pretty;
  }
  hu-link-row {
    margin-top: 8px;
  }
  @media ${touched} {
    select {
      height: 44px;
    }
    li,
    .row {
      min-height: 48px;
    }
  }
`;
