import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateRing, openRing } from './byte-ring.ts';

it('returns messages in order and complete, over many wraps of the ring', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 200 }), (messages) => {
      const buffer = allocateRing(128);
      const producer = openRing(buffer);
      const consumer = openRing(buffer);
      const received: Uint8Array[] = [];
      const drain = () => {
        for (let message = consumer.read(); message; message = consumer.read()) received.push(message);
      };
      for (const message of messages) {
        if (!producer.write(message)) {
          drain();
          expect(producer.write(message)).toBe(true);
        }
      }
      drain();
      expect(received.map((m) => [...m])).toEqual(messages.map((m) => [...m]));
    }),
  );
});

it('refuses a message that does not fit and keeps the others', () => {
  const ring = openRing(allocateRing(16));
  expect(ring.write(new Uint8Array(8))).toBe(true);
  expect(ring.write(new Uint8Array(8))).toBe(false);
  expect(ring.read()?.length).toBe(8);
  expect(ring.read()).toBeNull();
});
