import { expect, type Page } from '@playwright/test';

/** Chooses a preference on the settings page, and waits until it is stored. */
export async function choosePreference(page: Page, preference: string, choice: string): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.url().endsWith('/me'));
  // The radio button is hidden: its label is pressed.
  await page.getByRole('group', { name: preference }).getByText(choice, { exact: true }).click();
  expect((await answered).status()).toBe(200);
}
