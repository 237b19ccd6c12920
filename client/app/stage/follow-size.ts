import type { StageSize } from '../picture/protocol.ts';

/** The size of a stage in CSS pixels, and how many pixels of the screen each of them has. */
export const sizeOf = (host: HTMLElement): StageSize => ({
  width: Math.max(1, host.clientWidth),
  height: Math.max(1, host.clientHeight),
  devicePixelRatio,
});

export interface SizeWatch {
  /** To be called with each picture: not every change of the ratio is told of by an event. */
  check(): void;
  stop(): void;
}

/** Tells of each new size of a stage, also where only its pixels have changed: on another screen, or by the zoom of the page. */
export function followSize(host: HTMLElement, tell: (size: StageSize) => void): SizeWatch {
  const stop = new AbortController();
  let ratio = devicePixelRatio;
  const say = () => {
    ratio = devicePixelRatio;
    tell(sizeOf(host));
  };
  const check = () => devicePixelRatio !== ratio && say();
  const sizes = new ResizeObserver(say);
  sizes.observe(host);
  /** A query knows one ratio: with each change the next one is asked for. */
  const followRatio = () => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const changed = () => {
      followRatio();
      check();
    };
    query.addEventListener('change', changed, { once: true, signal: stop.signal });
  };
  followRatio();
  return {
    check,
    stop() {
      stop.abort();
      sizes.disconnect();
    },
  };
}
