import { effect } from '@preact/signals-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => unknown;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, read: () => unknown) {
    this.#host = host;
    this.#read = read;
  }

  hostConnected(): void {
    this.#stop = effect(() => {
      this.#read();
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }
}

/** Renders `host` again whenever a signal that `read` looks at changes. */
export function watchSignals(host: ReactiveControllerHost, read: () => unknown): void {
  host.addController(new Watch(host, read));
}
