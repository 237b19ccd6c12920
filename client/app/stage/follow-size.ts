import type { StageSize } from '../picture/protocol.ts';

/** Returns the size of a stage in CSS pixels, and its device pixel ratio. */
export const sizeOf = (host: HTMLElement): StageSize => ({
  width: Math.max(1, host.clientWidth),
  height: Math.max(1, host.clientHeight),
  devicePixelRatio,
});

export interface SizeWatch {
  /** Call with each picture: some changes of the ratio fire no event. */
  check(): void;
  stop(): void;
}

/** Reports each new size of a stage, also if only the pixel ratio has changed: on another screen, or by page zoom. */
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
  /** A media query matches one ratio: each change needs the next query. */
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
