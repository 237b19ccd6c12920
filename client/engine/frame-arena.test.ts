import { expect, it } from 'vitest';
import { allocateArena, createArenaReader, createArenaWriter } from './frame-arena.ts';

it('returns the newest frame and skips unread ones', () => {
  const buffer = allocateArena(4);
  const writer = createArenaWriter(buffer, 4);
  const reader = createArenaReader(buffer, 4);
  expect(reader.take()).toBeNull();
  for (let tick = 1; tick <= 5; tick++) {
    writer.slot.scalars[0] = tick;
    writer.slot.words[15] = tick;
    writer.publish();
  }
  const slot = reader.take();
  expect(slot?.scalars[0]).toBe(5);
  expect(slot?.words[15]).toBe(5);
  expect(reader.take()).toBeNull();
});

it('never lets the writer change the slot that the reader holds', () => {
  const buffer = allocateArena(1);
  const writer = createArenaWriter(buffer, 1);
  const reader = createArenaReader(buffer, 1);
  writer.slot.scalars[0] = 1;
  writer.publish();
  const held = reader.take();
  for (let tick = 2; tick < 20; tick++) {
    writer.slot.scalars[0] = tick;
    writer.publish();
    expect(held?.scalars[0]).toBe(1);
  }
  expect(reader.take()?.scalars[0]).toBe(19);
});
