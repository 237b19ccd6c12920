import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import type { Store } from '../../store/store.ts';
import { createTurns, createUniverseTurns } from './turns.ts';

const held = () => {
  let release = () => {};
  const until = new Promise<void>((resolve) => (release = resolve));
  return { until, release };
};

it('runs an action that starts while another waits for its response', async () => {
  const turns = createTurns();
  const { until, release } = held();
  const ran: string[] = [];
  const first = turns({ kind: 'look' }, async () => {
    await until;
    ran.push('look');
  });
  const second = turns({ kind: 'remix', sequence: 0 }, async () => void ran.push('remix'));
  expect(ran).toEqual([]);
  release();
  await Promise.all([first, second]);
  expect(ran).toEqual(['look', 'remix']);
});

it('runs an action once that is started twice at a time, and again after it has ended', async () => {
  const turns = createTurns();
  let count = 0;
  const ask = () => turns({ kind: 'remix', sequence: 3 }, async () => void count++);
  await Promise.all([ask(), ask()]);
  expect(count).toBe(1);
  await ask();
  expect(count).toBe(2);
});

it('continues after a failed action, and rejects for its caller', async () => {
  const turns = createTurns();
  const failing = turns('a', async () => {
    throw new Error('refused');
  });
  let ran = false;
  await Promise.all([expect(failing).rejects.toThrow('refused'), turns('b', async () => void (ran = true))]);
  expect(ran).toBe(true);
});

const opened = (id: string) => ({ universe: signal({ id } as Store['universe']['value']) });

it('leaves out an act on a universe that is closed by the time of its turn, or when it is asked for', async () => {
  const turns = createUniverseTurns();
  const store = opened('a');
  const { until, release } = held();
  const ran: string[] = [];
  const first = turns(store, 'a', 'look', () => until);
  const second = turns(store, 'a', 'remix', async () => void ran.push('remix'));
  store.universe.value = opened('b').universe.value;
  release();
  await Promise.all([first, second, turns(store, 'a', 'undo', async () => void ran.push('undo'))]);
  expect(ran).toEqual([]);
});

it('does not wait for an act on a universe that was open before', async () => {
  const turns = createUniverseTurns();
  const store = opened('a');
  void turns(store, 'a', 'look', () => new Promise(() => {}));
  store.universe.value = opened('b').universe.value;
  let ran = false;
  await turns(store, 'b', 'look', async () => void (ran = true));
  expect(ran).toBe(true);
});
