/**
 * Whether this thread can make memory that others share with it. Nothing else tells: isolated pages may lack it, and where it can be
 * made it can not always be handed on. So some is made, and handed on.
 */
export function canShareMemory(): boolean {
  try {
    const memory = new SharedArrayBuffer(4);
    const words = new Uint32Array(memory);
    Atomics.store(words, 0, 7);
    const { port1, port2 } = new MessageChannel();
    // Refused with an error where memory may not leave this thread.
    port1.postMessage(memory);
    port1.close();
    port2.close();
    return memory instanceof SharedArrayBuffer && Atomics.load(words, 0) === 7;
  } catch {
    return false;
  }
}
