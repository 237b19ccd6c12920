/** What was started, in this order; it is stopped in the other. */
export interface StopList {
  add<T extends { stop(): Promise<void> }>(part: T): T;
  stopAll(): Promise<void>;
}

export function createStopList(): StopList {
  const started: { stop(): Promise<void> }[] = [];
  return {
    add(part) {
      started.push(part);
      return part;
    },
    async stopAll() {
      for (let part = started.pop(); part; part = started.pop()) await part.stop();
    },
  };
}
