/** Measures the cost of a frame on the GPU, where the device has timestamp queries. */
interface GpuTimer {
  /** Returns the timestamp writes of the next frame's pass; undefined while the last reading is pending. */
  begin(): GPUComputePassTimestampWrites | undefined;
  /** Records the copy of the times; call `read` after the submit. */
  resolve(encoder: GPUCommandEncoder): void;
  /** Returns the milliseconds of that frame, or null when nothing was measured. */
  read(): Promise<number | null>;
  dispose(): void;
}

export function createGpuTimer(device: GPUDevice): GpuTimer | null {
  if (!device.features.has('timestamp-query')) return null;
  const times = device.createQuerySet({ label: 'frame times', type: 'timestamp', count: 2 });
  const resolved = device.createBuffer({ label: 'frame times', size: 16, usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC });
  const readable = device.createBuffer({
    label: 'frame times to read',
    size: 16,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  let busy = false;
  let recorded = false;
  return {
    begin() {
      recorded = !busy;
      return recorded ? { querySet: times, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 } : undefined;
    },
    resolve(encoder) {
      if (!recorded) return;
      encoder.resolveQuerySet(times, 0, 2, resolved, 0);
      encoder.copyBufferToBuffer(resolved, 0, readable, 0, 16);
    },
    async read() {
      if (!recorded) return null;
      busy = true;
      try {
        await readable.mapAsync(GPUMapMode.READ);
        const [begin, end] = new BigUint64Array(readable.getMappedRange());
        readable.unmap();
        const milliseconds = Number(end - begin) / 1e6;
        return milliseconds > 0 && milliseconds < 10_000 ? milliseconds : null;
      } catch {
        // The device was lost; that is reported elsewhere.
        return null;
      } finally {
        busy = false;
      }
    },
    dispose() {
      times.destroy();
      resolved.destroy();
      readable.destroy();
    },
  };
}
