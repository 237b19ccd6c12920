import { css } from 'lit';

/** Styles of the page of a template: the settings on one side, the preview on the other. */
export const templatePageStyles = css`
  .page {
    max-width: 1120px;
  }
  header h1 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .kept {
    flex: none;
    color: var(--text-soft);
  }
  .kept.refused {
    color: var(--danger);
  }
  main {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: start;
  }
  .said {
    display: grid;
    gap: 16px;
  }
  .seen {
    position: sticky;
    top: 20px;
    padding: 0;
    overflow: hidden;
  }
  .preview {
    position: relative;
    aspect-ratio: 16 / 10;
    background: var(--stage);
  }
  .preview canvas {
    display: block;
    width: 100%;
    height: 100%;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 10px 16px;
    padding: 14px 20px;
    color: var(--text-soft);
    font-size: 13px;
  }
  .foot a {
    min-height: 40px;
    padding: 0 14px;
    color: var(--text);
    font-size: 14px;
  }
  .form {
    display: grid;
    gap: 16px;
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    color: var(--text-soft);
    font-size: 13px;
  }
  @media (width <= 820px) {
    main {
      grid-template-columns: minmax(0, 1fr);
    }
    .seen {
      order: -1;
      position: static;
    }
  }
`;
