/**
 * Single-producer single-consumer ring of byte messages over one buffer.
 * Header: two u32 counters of all bytes written and read (they wrap; only their difference matters).
 * Each message: u32 length, then its bytes, wrapping at the end.
 */
const headerBytes = 8;
const lengthBytes = 4;

export interface ByteRing {
  /** Writes a message; returns false if it does not fit now. */
  write(message: Uint8Array): boolean;
  /** Returns the oldest message, as a copy, or null if there is none. */
  read(): Uint8Array<ArrayBuffer> | null;
}

/** Allocates `capacity` bytes for messages; a power of two. */
export function allocateRing(capacity: number): SharedArrayBuffer {
  return new SharedArrayBuffer(headerBytes + capacity);
}

export function openRing(buffer: SharedArrayBuffer): ByteRing {
  const counters = new Uint32Array(buffer, 0, 2);
  const bytes = new Uint8Array(buffer, headerBytes);
  const mask = bytes.length - 1;

  const put = (at: number, source: Uint8Array) => {
    const start = at & mask;
    const first = Math.min(source.length, bytes.length - start);
    bytes.set(source.subarray(0, first), start);
    bytes.set(source.subarray(first), 0);
  };
  const get = (at: number, length: number) => {
    const start = at & mask;
    const first = Math.min(length, bytes.length - start);
    const copy = new Uint8Array(length);
    copy.set(bytes.subarray(start, start + first));
    copy.set(bytes.subarray(0, length - first), first);
    return copy;
  };

  return {
    write(message) {
      const written = Atomics.load(counters, 0);
      const used = (written - Atomics.load(counters, 1)) >>> 0;
      if (used + lengthBytes + message.length > bytes.length) return false;
      put(written, new Uint8Array(new Uint32Array([message.length]).buffer));
      put(written + lengthBytes, message);
      Atomics.store(counters, 0, written + lengthBytes + message.length);
      return true;
    },
    read() {
      const read = Atomics.load(counters, 1);
      if (Atomics.load(counters, 0) === read) return null;
      const length = new Uint32Array(get(read, lengthBytes).buffer)[0];
      const message = get(read + lengthBytes, length);
      Atomics.store(counters, 1, read + lengthBytes + length);
      return message;
    },
  };
}
