import { beforeEach, expect, it, vi } from 'vitest';
import { createAudio } from './index.ts';

/** Fake engines whose contexts a test interrupts and closes. */
const fake = vi.hoisted(() => ({
  made: [] as { state: string; tell: (running: boolean) => void; isDisposed: boolean }[],
  failure: null as Error | null,
}));
vi.mock('./audio-engine.ts', () => ({
  createAudioEngine: (tell: (running: boolean) => void) => {
    if (fake.failure) return Promise.reject(fake.failure);
    const context = { state: 'running', tell, isDisposed: false };
    fake.made.push(context);
    return Promise.resolve({
      setMix() {},
      get running() {
        return context.state === 'running';
      },
      get closed() {
        return context.state === 'closed';
      },
      resume() {
        if (context.state === 'closed') return Promise.reject(new DOMException('closed', 'InvalidStateError'));
        context.state = 'running';
        tell(true);
        return Promise.resolve();
      },
      dispose() {
        context.isDisposed = true;
      },
    });
  },
}));

beforeEach(() => Object.assign(fake, { made: [], failure: null }));

it('replaces a closed context, once for several starts', async () => {
  const audio = createAudio();
  await audio.start();
  expect(audio.state).toBe('running');
  // Also without an event.
  fake.made[0].state = 'closed';
  expect(audio.state).toBe('suspended');
  await Promise.all([audio.start(), audio.start()]);
  expect([audio.state, fake.made.length, fake.made[0].isDisposed]).toEqual(['running', 2, true]);
});

it('reports that there is no new context, and never throws', async () => {
  const audio = createAudio();
  let said = '';
  audio.onStateChange((_, reason) => (said = reason));
  await audio.start();
  fake.made[0].state = 'closed';
  fake.made[0].tell(false);
  fake.failure = new Error('no device');
  await audio.start();
  expect([audio.state, said]).toEqual(['unavailable', 'no device']);
  // The next start uses a device that is back.
  fake.failure = null;
  await audio.start();
  expect(audio.state).toBe('running');
});

it('resumes after an interruption by the system', async () => {
  const audio = createAudio();
  await audio.start();
  fake.made[0].state = 'interrupted';
  fake.made[0].tell(false);
  expect(audio.state).toBe('suspended');
  await audio.start();
  expect([audio.state, fake.made.length]).toEqual(['running', 1]);
});
