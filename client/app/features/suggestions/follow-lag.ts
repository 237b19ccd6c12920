import { effect } from '@preact/signals-core';
import type { Store } from '../../../store/store.ts';

/** The universe is behind from so many seconds on, and not any more from so few. */
const behindSeconds = 1;
const caughtUpSeconds = 0.3;

/** Tells when the open universe falls behind its room, and when it has caught up. @returns a function that ends this. */
export function followLag({ picture }: Pick<Store, 'picture'>, tell: (isBehind: boolean) => void): () => void {
  let isBehind = false;
  return effect(() => {
    const { lagSeconds } = picture.value;
    if (lagSeconds > (isBehind ? caughtUpSeconds : behindSeconds) === isBehind) return;
    isBehind = !isBehind;
    tell(isBehind);
  });
}
