/**
 * Whether this thread can create memory and share it with other threads. No flag tells: isolated pages may lack it, and memory that can be
 * created can not always be sent. So this creates and sends some.
 */
export function canShareMemory(): boolean {
  try {
    const memory = new SharedArrayBuffer(4);
    const words = new Uint32Array(memory);
    Atomics.store(words, 0, 7);
    const { port1, port2 } = new MessageChannel();
    // Throws if memory may not leave this thread.
    port1.postMessage(memory);
    port1.close();
    port2.close();
    return memory instanceof SharedArrayBuffer && Atomics.load(words, 0) === 7;
  } catch {
    return false;
  }
}
