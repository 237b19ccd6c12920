import { css } from 'lit';
import { touched } from '../screens.ts';

/** Styles of the dialog of devices, in addition to those of all dialogs. */
export const connectStyles = css`
  dialog {
    width: min(500px, calc(100vw - 32px));
    max-height: calc(100dvh - 48px);
  }
  .head {
    margin-bottom: 6px;
  }
  h3 {
    margin: 18px 0 4px;
    font-size: 14px;
    font-weight: 600;
  }
  p {
    margin-bottom: 10px;
    font-size: 13px;
    color: var(--text-soft);
  }
  .why {
    margin: 8px 0 0;
    color: var(--warm);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  label {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-top: 10px;
    font-size: 13px;
  }
  select {
    flex: 1;
    min-width: 0;
    height: 36px;
    padding: 0 8px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--box);
  }
  ul {
    max-height: 168px;
    margin: 10px 0 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 34px;
    font-size: 13px;
    border-top: 1px solid var(--line);
  }
  li span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  li .from {
    color: var(--text-soft);
  }
  .bands {
    display: flex;
    align-items: center;
    gap: 14px;
    margin-top: 12px;
    font-size: 12px;
    color: var(--text-soft);
  }
  .bands div {
    flex: 1;
  }
  .bands i {
    display: block;
    height: 6px;
    margin-top: 4px;
    border-radius: 3px;
    background: linear-gradient(to right, var(--hue-audio) calc(var(--level, 0) * 100%), var(--track) 0);
  }
  @media ${touched} {
    select {
      height: 44px;
    }
  }
`;
