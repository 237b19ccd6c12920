import { afterEach, expect, it, vi } from 'vitest';
import { NoDeviceError, openDevice } from './device.ts';

const adapter = {
  limits: { maxBufferSize: 1, maxStorageBufferBindingSize: 1 },
  features: new Set<string>(),
  info: { vendor: 'a card', architecture: '', device: '', description: '', isFallbackAdapter: false },
  requestDevice: () => Promise.resolve({}),
};

afterEach(() => vi.unstubAllGlobals());

/** A browser that returns these adapters in order. */
function browserWith(...answers: (typeof adapter | null)[]) {
  const requestAdapter = vi.fn(() => Promise.resolve(answers.shift() ?? null));
  vi.stubGlobal('navigator', { gpu: { requestAdapter } });
  return requestAdapter;
}

it('asks again when the first answer is null, as after a restart of the graphics process', async () => {
  browserWith(null, adapter);
  expect((await openDevice()).software).toBe(false);
});

it('asks once when there is an adapter', async () => {
  const requestAdapter = browserWith(adapter);
  await openDevice();
  expect(requestAdapter).toHaveBeenCalledTimes(1);
});

it('stops waiting when no answer comes', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { gpu: { requestAdapter: () => new Promise(() => {}) } });
  const opened = expect(openDevice()).rejects.toThrow(/does not answer.*brings the full one back/);
  await vi.advanceTimersByTimeAsync(20_000);
  await opened;
  vi.useRealTimers();
});

it('says why there is no device, and what would help', async () => {
  browserWith();
  await expect(openDevice()).rejects.toThrow(NoDeviceError);
  await expect(openDevice()).rejects.toThrow(/found no graphics device.*would help/);
  vi.stubGlobal('navigator', {});
  await expect(openDevice()).rejects.toThrow(/no WebGPU/);
});
