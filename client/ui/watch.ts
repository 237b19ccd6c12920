import { effect } from '@preact/signals-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => unknown;
  #isConnected = false;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, read: () => unknown) {
    this.#host = host;
    this.#read = read;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  /** Begins with the first update: properties that were set before the class was loaded are not available earlier. */
  hostUpdate(): void {
    if (this.#stop || !this.#isConnected) return;
    let isUnderWay = true;
    this.#stop = effect(() => {
      this.#read();
      if (!isUnderWay) this.#host.requestUpdate();
    });
    isUnderWay = false;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = null;
  }
}

/** Renders `host` again whenever a signal that `read` reads changes. */
export function watchSignals(host: ReactiveControllerHost, read: () => unknown): void {
  host.addController(new Watch(host, read));
}
