import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

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
