import { effect } from '@preact/signals-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host again whenever a signal that `read` looks at changes. */
export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => unknown;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, read: () => unknown) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
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
