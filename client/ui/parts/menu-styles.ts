import { css } from 'lit';

/** Styles of a popup menu: links and buttons below one another. The component that uses it sets position and width. */
export const menuStyles = css`
  #menu {
    position: fixed;
    margin: 0;
    padding: 6px;
    border: 1px solid var(--line-strong);
    border-radius: 14px;
    background: var(--menu);
    color: inherit;
    box-shadow: var(--shadow);
  }
  #menu a,
  #menu button {
    display: flex;
    justify-content: flex-start;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 44px;
    padding: 0 12px;
    border-radius: var(--radius-small);
    text-decoration: none;
  }
  #menu a:hover {
    background: var(--hover);
  }
`;
