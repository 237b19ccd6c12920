import { expect, type Page, test } from '@playwright/test';
import { makeUniverse, openUniversePage, showParameter } from '../support/universe-page.ts';

/** Presses a key of another layout: its character and its position. */
const press = (page: Page, key: string, code: string, more: { ctrlKey?: boolean } = {}) =>
  page.evaluate(
    ([init]) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init)),
    [{ key, code, bubbles: true, composed: true, cancelable: true, ...more }],
  );

test('accepts keys of other layouts, input methods, numbers, and undo within a text field', async ({ page }) => {
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  const gravity = () => page.evaluate(() => window.harmonic!.parameters.gravity);
  const before = await gravity();
  const box = (await showParameter(page, 'physics', 'gravity')).locator('input.value');

  // After a value is sent, undo acts on the universe and the field follows; before that it acts on the text.
  await box.fill('5');
  await box.press('Enter');
  await expect.poll(gravity).toBe(5);
  await box.press('Control+z');
  await expect.poll(gravity).toBe(before);
  await expect(box).toHaveValue(String(before));
  await box.press('Control+y');
  await expect.poll(gravity).toBe(5);
  await box.pressSequentially('7');
  await box.press('Control+z');
  await box.blur();
  expect(Number(await box.inputValue())).toBe(await gravity());
  await box.fill('0x10');
  await box.press('Enter');
  await expect(page.locator('hu-toasts')).toContainText('Gravity: “0x10” is not a number, such as 1,234.5');
  await expect(box).toHaveValue('0x10');
  await box.press('Escape');
  await expect(box).not.toBeFocused();
  await expect(box).toHaveValue(String(await gravity()));

  // Cyrillic letters and French digits, by key position.
  const keys = page.locator('hu-play-keys');
  await press(page, 'з', 'KeyP');
  await expect(keys).toBeVisible();
  await press(page, 'Escape', 'Escape');
  await press(page, 'з', 'KeyP');
  await expect(keys).toHaveCount(0);
  const now = await gravity();
  await press(page, 'я', 'KeyZ', { ctrlKey: true });
  await expect.poll(gravity).not.toBe(now);
  await press(page, 'é', 'Digit2');
  await expect(page.locator('button[data-panel=music]')).toHaveAttribute('aria-pressed', 'true');

  // Enter during a composition confirms the word and does not send the name.
  await page.locator('hu-universe-title button').first().click();
  const name = page.locator('hu-universe-title input');
  await name.fill('');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'うちゅう', selectionStart: 4, selectionEnd: 4 });
  for (const key of ['Enter', 'Escape']) {
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 });
    await expect(name).toBeVisible();
  }
  await devtools.send('Input.insertText', { text: '宇宙' });
  await name.press('Enter');
  await expect(page.locator('hu-universe-title')).toContainText('宇宙');

  // Escape removes the focus from the chat field and does not close the panel.
  await page.keyboard.press('q');
  const chat = page.locator('hu-chat-panel form input');
  await chat.focus();
  await chat.press('Escape');
  await expect(chat).not.toBeFocused();
  await expect(chat).toBeVisible();
});

test('follows the system’s audio state and forced colours', async ({ page }) => {
  await page.addInitScript(() => {
    const contexts: AudioContext[] = [];
    const Native = AudioContext;
    window.AudioContext = class extends Native {
      constructor(options?: AudioContextOptions) {
        super(options);
        contexts.push(this);
      }
    };
    Object.assign(window, { contexts });
  });
  await openUniversePage(page, `/u/${await makeUniverse(page)}`);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const onLast = (act: 'suspend' | 'close') =>
    page.evaluate((name) => (window as unknown as { contexts: AudioContext[] }).contexts.at(-1)![name](), act);
  const state = () => page.evaluate(() => window.harmonic!.audio.state);
  await page.keyboard.press('m');
  await expect.poll(state).toBe('running');
  await onLast('suspend');
  await expect.poll(state).toBe('suspended');
  await page.mouse.click(300, 420);
  await expect.poll(state).toBe('running');
  await onLast('close');
  await expect.poll(state).toBe('suspended');
  await page.keyboard.press('m');
  await expect.poll(state).toBe('running');
  expect(await page.evaluate(() => window.harmonic!.audio.muted)).toBe(false);
  expect(errors).toEqual([]);

  await page.emulateMedia({ forcedColors: 'active' });
  const groundOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const system = (name: string) =>
    page.evaluate((colour) => {
      const probe = document.body.appendChild(Object.assign(document.createElement('i'), { hidden: false }));
      probe.style.background = colour;
      const found = getComputedStyle(probe).backgroundColor;
      probe.remove();
      return found;
    }, name);
  const highlight = await system('Highlight');
  for (const chosen of ['nav.tabs button[aria-pressed=true]', 'hu-field .rail .fill'])
    await expect.poll(() => groundOf(chosen)).toBe(highlight);
  expect(await groundOf('hu-field .rail')).toBe(await system('GrayText'));
  const chosen = '.segments label:has(:checked)';
  await expect.poll(() => groundOf(chosen)).toBe(highlight);
});
