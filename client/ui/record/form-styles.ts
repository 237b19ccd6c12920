import { css } from 'lit';
import { onScreens } from '../screens.ts';

export const recordFormStyles = css`
  form {
    display: grid;
    gap: 16px;
  }
  fieldset {
    margin: 0;
    min-width: 0;
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 8px;
  }
  .kinds label {
    position: relative;
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 4px;
    min-height: 68px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--well);
    color: var(--text-soft);
    cursor: pointer;
  }
  .kinds label:hover {
    border-color: var(--line-strong);
  }
  .kinds label:has(:checked) {
    border-color: var(--accent);
    background: color-mix(in oklab, var(--accent) 14%, transparent);
    color: var(--text);
  }
  .kinds label:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .kinds input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .does {
    margin-top: 8px;
    font-size: 13px;
    color: var(--text-soft);
    text-wrap: pretty;
  }
  .spans {
    display: grid;
    grid-template-columns: 1fr 1fr;
    column-gap: 12px;
  }
  .spans label {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 36px;
    cursor: pointer;
  }
  .spans input[type='radio'] {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--accent);
  }
  .times {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 6px;
    color: var(--text-soft);
  }
  .times input {
    width: 76px;
    height: 36px;
    padding: 0 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--well);
    color: var(--text);
  }
  .video {
    display: grid;
    grid-template-columns: 1.4fr 1fr 1fr;
    gap: 8px;
  }
  .video label {
    display: grid;
    gap: 4px;
    font-size: 12px;
    color: var(--text-soft);
  }
  .video select {
    width: 100%;
    height: 36px;
    padding: 0 6px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--well);
    color: var(--text);
    font-size: 14px;
  }
  .video option {
    background: var(--menu);
    color: var(--text);
  }
  footer {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  footer p {
    flex: 1;
    font-size: 13px;
    color: var(--text-soft);
    text-wrap: pretty;
  }
  footer .fault {
    color: var(--danger);
  }
  @media ${onScreens('phone', 'low')} {
    .kinds {
      grid-template-columns: 1fr 1fr;
    }
    .kinds label {
      min-height: 56px;
    }
    .spans label,
    .times input,
    .video select {
      min-height: 44px;
    }
    .video {
      grid-template-columns: 1fr 1fr;
    }
    .video label:first-child {
      grid-column: 1 / -1;
    }
  }
`;
