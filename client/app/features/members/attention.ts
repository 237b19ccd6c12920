import { signal } from '@preact/signals-core';
import type { Attention } from '../../../../shared/room/presence.ts';

/** Time without input after which a member is idle. */
const idleMs = 60_000;
const inputs = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;

/** Watches whether the user is active on this page, and whether its tab is visible. */
export function watchAttention() {
  const now = signal<Attention>('here');
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = performance.now();
  const look = () => {
    clearTimeout(timer);
    const quietMs = performance.now() - lastMs;
    now.value = document.hidden ? 'away' : quietMs >= idleMs ? 'idle' : 'here';
    if (now.value === 'here') timer = setTimeout(look, idleMs - quietMs);
  };
  const woken = () => {
    lastMs = performance.now();
    if (now.value !== 'here') look();
  };
  for (const type of inputs) addEventListener(type, woken, { signal: stop.signal, passive: true, capture: true });
  document.addEventListener('visibilitychange', look, { signal: stop.signal });
  look();
  return {
    now,
    dispose() {
      stop.abort();
      clearTimeout(timer);
    },
  };
}
