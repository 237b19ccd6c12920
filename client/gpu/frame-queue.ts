import type { CanvasOutput } from './canvas-output.ts';
import type { FrameGraph, Pass } from './frame-graph.ts';
import { createGpuTimer } from './gpu-timer.ts';
import type { Resources } from './resources.ts';

/** Frames that the device has and that are not done; beyond it a draw is left out, so that none pile up. */
const maxPending = 2;
const countBytes = 4;

/** Frames on their way through the device. */
interface FrameQueue {
  readonly isFull: boolean;
  /** Records the passes of a frame and hands it to the device. */
  submit(passes: readonly Pass[]): void;
  /** Resolves when the last frame but one is done: of two that may be pending, the older. */
  ready(): Promise<void>;
  dispose(): void;
}

/** `onDone` takes the cost of each frame in ms. */
export function createFrameQueue(
  device: GPUDevice,
  resources: Resources,
  output: CanvasOutput,
  graph: FrameGraph,
  onDone: (milliseconds: number) => void,
): FrameQueue {
  const timer = createGpuTimer(device);
  const broadCount = resources.buffer('broadCount', countBytes);
  let pending = 0;
  let lastFrame: Promise<void> = Promise.resolve();
  let frameBefore: Promise<void> = Promise.resolve();
  let lastDone = 0;
  let disposed = false;

  const measure = (submittedAt: number) => {
    pending += 1;
    const onGpu = timer?.read() ?? Promise.resolve(null);
    const done = device.queue.onSubmittedWorkDone().then(() => performance.now());
    frameBefore = lastFrame;
    lastFrame = Promise.all([onGpu, done]).then(([milliseconds, doneAt]) => {
      pending -= 1;
      const busy = doneAt - Math.max(submittedAt, lastDone);
      lastDone = doneAt;
      if (!disposed) onDone(milliseconds ?? busy);
    });
  };

  return {
    get isFull() {
      return pending >= maxPending;
    },
    submit(passes) {
      output.begin();
      const encoder = device.createCommandEncoder({ label: 'frame' });
      encoder.clearBuffer(broadCount);
      graph.record(encoder, passes, timer?.begin());
      timer?.resolve(encoder);
      output.end(encoder);
      device.queue.submit([encoder.finish()]);
      measure(performance.now());
    },
    ready: () => frameBefore,
    dispose() {
      disposed = true;
      timer?.dispose();
    },
  };
}
