import { expect, type Page, test } from '@playwright/test';
import { type Mailbox, startMailbox } from '../../server/testing/mailbox.ts';

let mailbox: Mailbox;
test.beforeAll(async () => {
  mailbox = await startMailbox(Number(process.env.MAIL_TEST_PORT));
});
test.afterAll(() => mailbox.close());

const email = 'grace@example.org';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const linkIn = ({ text }: { text: string }) => /https?:\S+#\S+/.exec(text)![0];

test('a mail confirms an address, and another sets a new password', async ({ page, browser, baseURL }) => {
  await test.step('sign up, and be asked to confirm the address', async () => {
    await page.goto('/sign-up');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('correct horse');
    await button(page, 'Create an account').click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto('/settings');
    await expect(page.getByText('Not confirmed yet')).toBeVisible();
    await button(page, 'Send it again').click();
    await expect(page.locator('hu-toasts')).toContainText('on its way');
  });

  await test.step('confirm it on another machine; the secret does not stay in the address', async () => {
    const link = linkIn(await mailbox.take(email, 'Confirm'));
    expect(link).toContain(`${baseURL}/verify#`);
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    const asked: string[] = [];
    other.on('request', (request) => asked.push(request.url()));
    await other.goto(link);
    await expect(other.locator('hu-toasts')).toContainText('Your address is confirmed.');
    expect(new URL(other.url())).toMatchObject({ pathname: '/', hash: '' });
    expect(asked.filter((url) => url.includes(link.split('#')[1]!) && !url.includes('#'))).toEqual([]);
    await other.goBack();
    expect(other.url()).not.toContain('#');
    await other.goto(link);
    await expect(other.locator('hu-toasts')).toContainText('is not valid any more');
    await elsewhere.close();
    await page.reload();
    await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  });

  await test.step('forget the password, and choose another one', async () => {
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto('/sign-in');
    await other.getByRole('link', { name: 'Forgotten your password?' }).click();
    await other.getByLabel('Email').fill(email);
    await button(other, 'Send the link').click();
    await expect(other.getByText('Check your mailbox')).toBeVisible();
    await other.goto(linkIn(await mailbox.take(email, 'new password')));
    await expect(button(other, 'Save the password')).toBeVisible();
    expect(other.url()).not.toContain('#');
    await other.getByLabel('Password').fill('battery staple');
    await button(other, 'Save the password').click();
    await other.waitForURL((url) => url.pathname === '/sign-in');
    await other.getByLabel('Email').fill(email);
    await other.getByLabel('Password').fill('battery staple');
    await button(other, 'Sign in').click();
    await other.waitForURL((url) => url.pathname === '/');
    await elsewhere.close();
    await page.goto('/settings');
    await expect(page.getByText('You are a guest')).toBeVisible();
  });
});
