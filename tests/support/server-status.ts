import type { ServerStatus } from '../../shared/api/operations/status-schemas.ts';

const sampleSeconds = 10;

/** What a busy server tells administrators. */
export const busyStatus: ServerStatus = {
  process: 'a',
  startedAt: '2026-11-30T08:00:00.000Z',
  memoryBytes: 412 * 2 ** 20,
  rooms: 212,
  connections: { owner: 190, editor: 540, viewer: 13, spectator: 51 },
  jobs: { queued: 4, running: 1, failed: 2 },
  sampleSeconds,
  samples: Array.from({ length: 90 }, (_, index) => ({
    at: new Date(Date.UTC(2026, 10, 30, 12, 0, index * sampleSeconds)).toISOString(),
    rooms: 150 + Math.round(60 * Math.sin(index / 20)),
    members: 560 + Math.round(230 * Math.sin(index / 17)),
    lagMs: 12 + 9 * Math.abs(Math.sin(index / 3)),
    load: 0.4 + 0.2 * Math.sin(index / 9),
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
