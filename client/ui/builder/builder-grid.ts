import { css } from 'lit';
import { onScreens } from '../screens.ts';

/**
 * The layout above the stage. Each part has a cell of one grid, so that no part covers another; each kind of screen has its own layout. What
 * features show is placed by where it belongs (`Layer`), whichever element it is.
 */
export const builderGrid = css`
  :host {
    position: fixed;
    /* The area that the on-screen keyboard leaves free. */
    inset: var(--keyboard-above, 0) 0 var(--keyboard-below, 0);
    display: grid;
    grid-template-areas:
      'top top top'
      'stage panel tabs'
      'strips panel tabs'
      'bar panel tabs';
    grid-template-rows: auto minmax(0, 1fr) auto auto;
    grid-template-columns: minmax(0, 1fr) auto auto;
    overflow: hidden;
    background: var(--stage);
    --banner: 68px;
  }
  /* The whole window, whatever the keyboard leaves free: the scene does not jump during typing. */
  ::slotted(*),
  hu-stage-overlay,
  .layers > *,
  .opening {
    position: absolute;
    inset: calc(-1 * var(--keyboard-above, 0px)) 0 calc(-1 * var(--keyboard-below, 0px));
  }
  .layers {
    display: contents;
  }
  /* Lets the pointer through even before the element is loaded. */
  .over > * {
    pointer-events: none;
  }
  /* Dialogs open above everything else. */
  .dialogs {
    position: absolute;
  }
  .top {
    grid-area: top;
    position: relative;
    min-width: 0;
  }
  .notice {
    grid-area: stage;
    place-self: start center;
    margin: 0 16px;
  }
  .notice.quiet {
    place-self: end start;
    margin: 0 16px 12px;
  }
  .tabs {
    grid-area: tabs;
    align-self: start;
    margin: 8px 12px 0 8px;
  }
  .panel {
    grid-area: panel;
    width: 304px;
    margin: 8px 0 18px;
  }
  /* The first strip is next to the transport. Beside the strips, the stage can be pressed. */
  .strips {
    grid-area: strips;
    display: flex;
    flex-direction: column-reverse;
    align-items: center;
    pointer-events: none;
  }
  .strips > * {
    flex: none;
    width: min(var(--strip-width, 600px), 100% - 32px);
    margin-bottom: 8px;
    pointer-events: auto;
  }
  hu-transport {
    grid-area: bar;
    justify-self: center;
    margin-bottom: 18px;
  }
  @media ${onScreens('desk')} {
    /* Centred in the window if there is no panel, or if there is room below the panel. */
    :is(.strips, hu-transport) {
      grid-column: 1 / -1;
    }
    .panel ~ .strips {
      grid-column: 1;
    }
    @media (width <= 1560px) {
      .panel ~ hu-transport {
        grid-column: 1;
      }
    }
  }
  @media ${onScreens('tablet')} {
    :host {
      grid-template-areas:
        'top top top'
        'stage panel tabs'
        'strips strips strips'
        'bar bar bar';
    }
    .tabs {
      margin: 0 8px 8px;
    }
    .panel {
      width: 300px;
      margin: 0 0 8px;
    }
    .strips > * {
      width: min(760px, 100% - 16px);
    }
    hu-transport {
      max-width: calc(100% - 16px);
      margin-bottom: calc(10px + env(safe-area-inset-bottom));
    }
  }
  @media ${onScreens('phone')} {
    :host {
      grid-template-areas:
        'top'
        'stage'
        'strips'
        'bar'
        'tabs';
      grid-template-rows: auto minmax(0, 1fr) auto auto auto;
      grid-template-columns: minmax(0, 1fr);
    }
    .tabs {
      align-self: stretch;
      margin: 0;
    }
    .panel {
      grid-area: stage;
      justify-content: flex-end;
      width: auto;
      margin: 0;
    }
    .notice.quiet {
      place-self: start center;
      margin: 0 16px;
      text-align: center;
    }
    .notice ~ .over {
      --banner: 116px;
    }
  }
  @media ${onScreens('low')} {
    .top {
      min-height: 44px;
    }
    .tabs {
      align-self: stretch;
      margin: 0;
    }
    .panel {
      width: clamp(250px, 42vw, 340px);
      margin: 0;
    }
    :host {
      --banner: 48px;
    }
  }
  @media ${onScreens('phone', 'low')} {
    .strips {
      align-items: stretch;
    }
    .strips > *,
    hu-transport {
      justify-self: stretch;
      width: auto;
      margin: 0;
    }
    /* While the on-screen keyboard is open, the text gets the space. */
    :host([typing]) :is(.tabs, hu-transport) {
      display: none;
    }
    :host([typing]) hu-panel-frame {
      height: 100%;
    }
  }
`;
