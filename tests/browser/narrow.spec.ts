import { expect, type Page, test } from '@playwright/test';
import { makeUniverse, openUniverse } from '../support/universe-page.ts';

/** Targets of fingers may meet at their rims: by so many CSS pixels. */
const mostRim = 14;

interface Button {
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The shorter side of what two have in common, in CSS pixels. */
const overlap = (a: Button, b: Button) =>
  Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** What one presses above and below a universe, by its name, where it is shown. */
const buttonsOf = (page: Page) =>
  page.evaluate(() => {
    const found: Button[] = [];
    const visit = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const { width, height, left, right, top, bottom } = element.getBoundingClientRect();
        const isShown = element.checkVisibility() && width > 0 && height > 0;
        const isPressed = element.matches('button, a') && !element.closest('[popover]');
        if (isShown && isPressed) found.push({ name: (element.ariaLabel ?? element.innerText).trim(), left, right, top, bottom });
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    const builder = document.querySelector('hu-app')!.shadowRoot!.querySelector('hu-builder-page')!.shadowRoot!;
    for (const part of ['.top', 'hu-transport', '.tabs']) {
      const within = builder.querySelector(part)!;
      visit(within.shadowRoot ?? within);
    }
    return found;
  });

for (const locale of ['en', 'de']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test('all that one presses has its place on a narrow phone, the sound above all', async ({ page }) => {
      await openUniverse(page, `/u/${await makeUniverse(page)}`);
      for (const [width, height] of [
        [430, 932],
        [390, 844],
        [360, 740],
        [320, 568],
      ] as const) {
        await page.setViewportSize({ width, height });
        const buttons = await buttonsOf(page);
        const outside = buttons.filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height);
        expect.soft([width, outside]).toEqual([width, []]);
        const over = buttons.flatMap((a, index) =>
          buttons
            .slice(index + 1)
            .filter((b) => overlap(a, b) > mostRim)
            .map((b) => `${a.name} and ${b.name}`),
        );
        expect.soft([width, over]).toEqual([width, []]);
        await expect.soft(page.locator('[data-test=sound]')).toBeInViewport({ ratio: 1 });
      }
      // What it is when it is heard takes more room.
      await page.locator('[data-test=sound]').click();
      await expect(page.locator('hu-transport .meter')).toBeInViewport({ ratio: 1 });
    });
  });
}
