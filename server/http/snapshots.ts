import express, { Router } from 'express';
import { apiPrefix } from '../../shared/api/paths.ts';
import { AppError } from '../../shared/api/errors.ts';
import type { SnapshotBroker } from '../services/snapshot-broker.ts';

const largestSnapshot = '64mb';

/** Where the members of a room leave and fetch snapshots of a run: raw bytes, with the tick and the last edit's sequence in headers. */
export function createSnapshotRoutes(snapshots: SnapshotBroker): Router {
  const router = Router();
  const path = `${apiPrefix}/rooms/snapshots/:id`;
  router.post(
    path,
    (request, _response, next) => {
      if (!snapshots.expects(String(request.params.id), request.user?.id ?? null))
        throw new AppError('not-found', 'Nobody waits for this snapshot.');
      next();
    },
    express.raw({ type: 'application/octet-stream', limit: largestSnapshot }),
    (request, response) => {
      if (!Buffer.isBuffer(request.body)) throw new AppError('unsupported-media-type', 'Send application/octet-stream.');
      const snapshot = {
        tick: count(request.get('x-tick'), 'x-tick'),
        sequence: count(request.get('x-sequence'), 'x-sequence'),
        bytes: request.body,
      };
      snapshots.receive(String(request.params.id), request.user?.id ?? null, snapshot);
      response.status(204).end();
    },
  );
  router.get(path, (request, response) => {
    const { tick, sequence, bytes } = snapshots.take(String(request.params.id), request.user?.id ?? null);
    response
      .set({ 'x-tick': String(tick), 'x-sequence': String(sequence), 'cache-control': 'no-store' })
      .type('application/octet-stream')
      .send(bytes);
  });
  return router;
}

function count(value: string | undefined, header: string): number {
  if (value !== undefined && /^\d{1,15}$/.test(value)) return Number(value);
  const rule = 'must be a whole number from 0';
  throw new AppError('invalid-input', `${header}: ${rule}`, { issues: [{ path: header, rule, value: value ?? null }] });
}
