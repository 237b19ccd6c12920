import { expect, it } from 'vitest';
import { createServerTime } from './server-time.ts';

it("returns the server's time, however wrong the device clock is and however late an answer arrives", () => {
  let steady = 1000;
  const time = createServerTime(
    () => steady,
    () => 5,
  );
  expect(time.nowMs()).toBe(5);
  time.hear(null);
  time.hear('never');
  expect(time.nowMs()).toBe(5);
  const written = Date.UTC(2026, 10, 29, 12);
  time.hear(new Date(written).toUTCString());
  expect(time.nowMs()).toBe(written);
  steady += 2500;
  expect(time.nowMs()).toBe(written + 2500);
  // From a cache, or delayed.
  time.hear(new Date(written - 3_600_000).toUTCString());
  expect(time.nowMs()).toBe(written + 2500);
  // The device slept, and its steady clock stopped.
  time.hear(new Date(written + 60_000).toUTCString());
  expect(time.nowMs()).toBe(written + 60_000);
});
