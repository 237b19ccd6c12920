import type { Page } from '@playwright/test';

interface Screening {
  /** Controls that are out of the window, covered or too small for a finger; and the page, if it scrolls. */
  faults: string[];
  /** Number of checked controls. */
  tried: number;
}

/**
 * Checks that a press on the middle of each control of the page would reach it. Scrolls controls into view first. Skips controls
 * under an open dialog or menu. `scrolls` says that the page itself may scroll down.
 */
export function screen(page: Page, scrolls = false): Promise<Screening> {
  return page.evaluate((mayScroll) => {
    const pressable =
      'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=slider], [role=tab], [role=radio], [role=checkbox], [role=switch], [role=spinbutton], [role=menuitem]';
    /** WCAG 2.5.8. */
    const minPx = 24;
    const above = (node: Node): Element | null => {
      if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
      return node.parentElement ?? (node.getRootNode() instanceof ShadowRoot ? (node.getRootNode() as ShadowRoot).host : null);
    };
    const isWithin = (node: Element | null, outer: Element) => {
      for (let at = node; at; at = above(at)) if (at === outer) return true;
      return false;
    };
    const all: HTMLElement[] = [];
    const gather = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        all.push(element);
        if (element.shadowRoot) gather(element.shadowRoot);
      }
    };
    gather(document);
    const hitAt = (x: number, y: number) => {
      let hit = document.elementFromPoint(x, y);
      for (let inner = hit; inner?.shadowRoot;) {
        inner = inner.shadowRoot.elementFromPoint(x, y);
        if (!inner || inner === hit) break;
        hit = inner;
      }
      return hit;
    };
    const nameOf = (element: Element) => {
      const words = element.ariaLabel || (element as HTMLElement).innerText?.trim() || element.className || '';
      return `${element.localName} ${String(words).slice(0, 40).replaceAll('\n', ' ')}`;
    };
    const isPressing = (hit: Element | null, element: HTMLElement) => {
      if (isWithin(hit, element)) return true;
      const label = hit?.closest('label');
      return label !== null && label !== undefined && label.control === element;
    };
    const isScroller = (at: Element) => {
      const { overflowX, overflowY } = getComputedStyle(at);
      const goes = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
      return (goes(overflowY) && at.scrollHeight > at.clientHeight + 1) || (goes(overflowX) && at.scrollWidth > at.clientWidth + 1);
    };
    const boxOf = (element: HTMLElement) => {
      const [first] = element.getClientRects();
      return getComputedStyle(element).display === 'inline' && first ? first : element.getBoundingClientRect();
    };
    const reveal = (element: HTMLElement) => {
      for (let at = above(element); at && at !== document.documentElement && at !== document.body; at = above(at)) {
        if (!isScroller(at)) continue;
        const box = boxOf(element);
        const outer = at.getBoundingClientRect();
        if (box.top < outer.top || box.bottom > outer.bottom) at.scrollTop += (box.top + box.bottom - outer.top - outer.bottom) / 2;
        if (box.left < outer.left || box.right > outer.right) at.scrollLeft += (box.left + box.right - outer.left - outer.right) / 2;
      }
      if (!mayScroll) return;
      const { top, bottom } = boxOf(element);
      if (top < 0 || bottom > innerHeight) scrollBy(0, (top + bottom - innerHeight) / 2);
    };
    const top = all.findLast((element) => element.matches(':modal, :popover-open, hu-member-list'));
    const faults: string[] = [];
    let tried = 0;
    for (const element of all) {
      if (!element.matches(pressable) || (top && !isWithin(element, top))) continue;
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen')) continue;
      if (boxOf(element).width <= 1) continue;
      reveal(element);
      const { left, right, top: y0, bottom } = boxOf(element);
      const [x, y] = [(left + right) / 2, (y0 + bottom) / 2];
      tried += 1;
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) {
        faults.push(`${nameOf(element)} is outside, at ${Math.round(x)}, ${Math.round(y)}`);
        continue;
      }
      const hit = hitAt(x, y);
      if (!isPressing(hit, element)) {
        faults.push(`${nameOf(element)} at ${Math.round(x)}, ${Math.round(y)} is under ${hit ? nameOf(hit) : 'nothing'}`);
        continue;
      }
      // A press on a label counts as a press on its control.
      const label = element.closest('label');
      if (label && isPressing(label, element)) {
        const { width, height } = label.getBoundingClientRect();
        if (Math.min(width, height) < minPx) faults.push(`${nameOf(label)} is smaller than ${minPx} px`);
        continue;
      }
      // An inline link is only as tall as its line.
      if (getComputedStyle(element).display === 'inline') continue;
      const reach = minPx / 2 - 1.5;
      const rim = [
        [-reach, 0],
        [reach, 0],
        [0, -reach],
        [0, reach],
      ]
        .map(([dx = 0, dy = 0]) => hitAt(x + dx, y + dy))
        .find((beside) => !isPressing(beside, element));
      if (rim !== undefined) {
        const beside = rim ? nameOf(rim) : 'nothing';
        faults.push(`${nameOf(element)} at ${Math.round(x)}, ${Math.round(y)} is smaller than ${minPx} px, beside ${beside}`);
      }
    }
    const { scrollWidth, scrollHeight } = document.scrollingElement!;
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} px wide`);
    if (!mayScroll && scrollHeight > innerHeight) faults.push(`the page is ${scrollHeight} px high`);
    if (mayScroll) scrollTo(0, 0);
    for (const frame of all) {
      if (frame.localName === 'hu-builder-page' && frame.scrollTop + frame.scrollLeft > 0) faults.push('the builder has scrolled');
    }
    return { faults, tried };
  }, scrolls);
}

/** Returns the share of the window that shows the stage, 0..1; 0 without a stage. */
export function stageShareOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const above = (node: Element): Element | null => {
      if (node.assignedSlot) return node.assignedSlot;
      const root = node.getRootNode();
      return node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    // The top bar is transparent and shows the stage.
    const isGround = (element: Element) => element.matches('.stage-host, hu-stage-overlay, header.top');
    const isOnGround = (hit: Element | null) => {
      for (let at = hit; at; at = above(at)) if (isGround(at)) return true;
      return false;
    };
    const showsStage = (x: number, y: number) => {
      let hit = document.elementFromPoint(x, y);
      for (let inner = hit; !isOnGround(hit) && inner?.shadowRoot;) {
        inner = inner.shadowRoot.elementFromPoint(x, y);
        if (!inner || inner === hit) break;
        hit = inner;
      }
      return isOnGround(hit);
    };
    const seen = { stage: 0, all: 0 };
    for (let column = 0.5; column < 16; column++) {
      for (let row = 0.5; row < 16; row++) {
        seen.all += 1;
        if (showsStage((innerWidth * column) / 16, (innerHeight * row) / 16)) seen.stage += 1;
      }
    }
    return seen.stage / seen.all;
  });
}
