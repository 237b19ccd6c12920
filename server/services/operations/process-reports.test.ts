import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeReport } from '../../db/repositories/processes/process-reports.ts';
import { sampleSeconds } from '../../ops/metrics/status-history.ts';
import { openTestDatabase, type TestDatabase } from '../../testing/test-databases.ts';
import { createProcessReports, type ProcessReport } from './process-reports.ts';
import { summedSamples } from './process-totals.ts';
import { createServerStatusService } from './server-status-service.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-11-30T12:00:00.000Z');
const sampleAt = (secondsAgo: number, rooms: number) => ({
  at: new Date(now.getTime() - secondsAgo * 1000).toISOString(),
  rooms,
  members: 2 * rooms,
  lagMs: 10 * rooms,
  load: 0.1 * rooms,
  requests: 3 * rooms,
  refusals: 1,
});
const reportOf = (process: string, part: Partial<ProcessReport> = {}): ProcessReport => ({
  process,
  startedAt: now.toISOString(),
  memoryBytes: 1000,
  rooms: 1,
  connections: { owner: 1, editor: 2, viewer: 3, spectator: 4 },
  lagMs: 5,
  load: 0.5,
  refusals: 3,
  samples: [],
  errors: [
    { code: 'not-found', count: 1 },
    { code: 'conflict', count: 2 },
  ],
  clientErrors: [{ kind: 'script', count: 1 }],
  ...part,
});

const failures: unknown[] = [];
const startReports = (node: string, id = `id-${node}`) =>
  createProcessReports(database.connection.db, {
    self: { id, node },
    own: async () => reportOf(node),
    report: (error) => failures.push(error),
  });
const statusOf = (reports: ReturnType<typeof startReports>) =>
  createServerStatusService({ reports, countJobs: async () => ({ queued: 0, running: 0, failed: 0 }) }).read();
const write = (node: string, report: unknown, id = `id-${node}`) => writeReport(database.connection.db, { node, processId: id }, report);
/** Makes the last report of a process older, as if it had told nothing since. */
const silence = (node: string, seconds: number) =>
  database.connection.query('update process_reports set reported_at = reported_at - make_interval(secs => $2) where node = $1', [
    node,
    seconds,
  ]);

describe('administrators', () => {
  it('see all processes at each of them, and the sums of those that are not silent', async () => {
    const reports = startReports('b');
    await write('a', reportOf('a'));
    await write('dead', reportOf('dead', { rooms: 50 }));
    await silence('dead', 60);
    const status = await statusOf(reports);
    expect(status.processes.map(({ process, silentSince }) => [process, silentSince !== null])).toEqual([
      ['a', false],
      ['b', false],
      ['dead', true],
    ]);
    const { rows } = await database.connection.query(`select reported_at as at from process_reports where node = 'dead'`);
    expect(status.processes[2]!.silentSince).toBe(new Date((rows as { at: string }[])[0]!.at).toISOString());
    expect(status).toMatchObject({
      rooms: 2,
      connections: { owner: 2, editor: 4, viewer: 6, spectator: 8 },
      errors: [
        { code: 'conflict', count: 4 },
        { code: 'not-found', count: 2 },
      ],
      clientErrors: [{ kind: 'script', count: 2 }],
    });
    await write('dead', reportOf('dead', { rooms: 50 }));
    expect((await statusOf(reports)).rooms).toBe(52);
    await reports.stop();
  });

  it('see a process of another release that tells something else as soon as it tells what they understand', async () => {
    const reports = startReports('b');
    await write('a', { process: 'a', mood: 'good' });
    expect((await statusOf(reports)).processes.map(({ process }) => process)).not.toContain('a');
    await write('a', reportOf('a'));
    expect((await statusOf(reports)).processes.map(({ process }) => process)).toContain('a');
    await reports.stop();
  });

  it('do not see a process that was stopped, nor one that has been silent for an hour', async () => {
    const [stopped, reports] = [startReports('c'), startReports('b')];
    const names = async () => (await statusOf(reports)).processes.map(({ process }) => process);
    await stopped.read();
    expect(await names()).toEqual(['a', 'b', 'c', 'dead']);
    await stopped.stop();
    await silence('dead', 3601);
    expect(await names()).toEqual(['a', 'b']);
    await reports.stop();
  });

  it('see the newer of two processes of one name, also when the older one stops', async () => {
    const [older, newer] = [startReports('c', 'older'), startReports('c', 'newer')];
    await older.read();
    await newer.read();
    await older.stop();
    const { rows } = await database.connection.query(`select process_id as id from process_reports where node = 'c'`);
    expect(rows).toEqual([{ id: 'newer' }]);
    await newer.stop();
    expect(failures).toEqual([]);
  });
});

describe('the samples of all processes', () => {
  const roomsOf = (heard: Parameters<typeof summedSamples>[0]) => summedSamples(heard, now).map(({ rooms }) => rooms);

  it('add up those that are equally old, whenever each process takes its own', () => {
    const a = reportOf('a', { samples: [sampleAt(24, 1), sampleAt(14, 2), sampleAt(4, 3)] });
    const b = reportOf('b', { samples: [sampleAt(19.3, 10), sampleAt(9.3, 20)] });
    const heard = [a, b].map((report) => ({ report, silentSince: null }));
    expect(summedSamples(heard, now)).toMatchObject([
      { at: '2026-11-30T11:59:40.000Z', rooms: 1 },
      { at: '2026-11-30T11:59:50.000Z', rooms: 12, members: 24, lagMs: 100, load: 1.2, requests: 36, refusals: 2 },
      { at: now.toISOString(), rooms: 23, members: 46, lagMs: 200, load: 2.3, requests: 69, refusals: 2 },
    ]);
  });

  it('leave out a silent process since it is silent, and keep what it did before', () => {
    const a = reportOf('a', { samples: [sampleAt(34, 1), sampleAt(24, 1), sampleAt(14, 1), sampleAt(4, 1)] });
    const dead = reportOf('dead', { samples: [sampleAt(38, 10), sampleAt(28, 10)] });
    const silentSince = new Date(now.getTime() - 25_000);
    const heard = [
      { report: a, silentSince: null },
      { report: dead, silentSince },
    ];
    expect(roomsOf(heard)).toEqual([10, 11, 1, 1, 1]);
  });

  it('have a place for each step, also for those in which nobody told anything', () => {
    const dead = reportOf('dead', { samples: [sampleAt(30, 7), sampleAt(20, 7)] });
    expect(roomsOf([{ report: dead, silentSince: new Date(now.getTime() - 20_000) }])).toEqual([7, 7, 0, 0]);
    const long = reportOf('long', { samples: [sampleAt(sampleSeconds * 95, 9), sampleAt(0, 4)] });
    expect(roomsOf([{ report: long, silentSince: null }])).toEqual([4]);
    expect(roomsOf([{ report: reportOf('new'), silentSince: null }])).toEqual([]);
  });
});
