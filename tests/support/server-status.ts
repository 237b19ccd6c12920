import type { ProcessStatus, ServerStatus } from '../../shared/api/operations/status-schemas.ts';

const sampleSeconds = 10;

const busyProcess = (process: string, part: Partial<ProcessStatus>): ProcessStatus => ({
  process,
  startedAt: '2026-11-30T08:00:00.000Z',
  silentSince: null,
  memoryBytes: 412 * 2 ** 20,
  rooms: 106,
  connections: { owner: 95, editor: 270, viewer: 6, spectator: 26 },
  lagMs: 14.2,
  load: 0.43,
  refusals: 215,
  ...part,
});

/** What a busy server of three processes, one of which is paused, tells administrators. */
export const busyStatus: ServerStatus = {
  processes: [
    busyProcess('a', {}),
    busyProcess('b', { lagMs: 21.7, load: 0.51, refusals: 214, memoryBytes: 388 * 2 ** 20 }),
    busyProcess('process-on-the-second-machine', { silentSince: '2026-11-30T12:03:20.000Z' }),
  ],
  rooms: 212,
  connections: { owner: 190, editor: 540, viewer: 12, spectator: 52 },
  jobs: { queued: 4, running: 1, failed: 2 },
  sampleSeconds,
  samples: Array.from({ length: 90 }, (_, index) => ({
    at: new Date(Date.UTC(2026, 10, 30, 12, 0, index * sampleSeconds)).toISOString(),
    rooms: 150 + Math.round(60 * Math.sin(index / 20)),
    members: 560 + Math.round(230 * Math.sin(index / 17)),
    lagMs: 12 + 9 * Math.abs(Math.sin(index / 3)),
    load: 0.9 + 0.4 * Math.sin(index / 9),
    requests: 300 + Math.round(120 * Math.sin(index / 5)),
    refusals: index % 11,
  })),
  errors: [
    { code: 'not-found', count: 312 },
    { code: 'invalid-input', count: 96 },
    { code: 'rate-limited', count: 21 },
  ],
  clientErrors: [{ kind: 'script', count: 3 }],
};
