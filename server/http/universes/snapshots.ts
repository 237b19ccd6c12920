import { type Request, Router } from 'express';
import { apiPrefix } from '../../../shared/api/contract/paths.ts';
import { AppError } from '../../../shared/api/errors.ts';
import {
  contentRangeOf,
  mostSnapshotBytes,
  readContentRange,
  snapshotHeaders,
  snapshotPartBytes,
} from '../../../shared/room/snapshot-parts.ts';
import type { SnapshotBroker } from '../../services/documents/snapshot-broker.ts';
import { readRaw } from '../requests/body-reader.ts';

/** Creates the routes over which members of a room upload and download snapshots of a run in parts: raw bytes, described by headers. */
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
    readRaw(snapshotPartBytes),
    (request, response) => {
      if (!request.is('application/octet-stream') || !Buffer.isBuffer(request.body))
        throw new AppError('unsupported-media-type', 'Send application/octet-stream.');
      const part = readContentRange(request.get('content-range'));
      if (!part || part.total > mostSnapshotBytes || part.to - part.from !== request.body.length)
        throw refusal(request, 'content-range', `must name the part that the body is, of at most ${mostSnapshotBytes} bytes`);
      snapshots.receive(String(request.params.id), request.user?.id ?? null, {
        tick: read(request, snapshotHeaders.tick, /^\d{1,15}$/, 'must be a whole number from 0', Number),
        sequence: read(request, snapshotHeaders.sequence, /^\d{1,15}$/, 'must be a whole number from 0', Number),
        hash: read(request, snapshotHeaders.hash, /^[0-9a-f]{16}$/, 'must be 16 hexadecimal digits', String),
        from: part.from,
        total: part.total,
        bytes: request.body,
      });
      response.status(204).end();
    },
  );
  router.get(path, (request, response) => {
    const { tick, sequence, hash, bytes } = snapshots.take(String(request.params.id), request.user?.id ?? null);
    const [range] = asked(request, bytes.length);
    const part = { from: range?.start ?? 0, to: (range?.end ?? bytes.length - 1) + 1, total: bytes.length };
    response
      .status(range ? 206 : 200)
      .set({ [snapshotHeaders.tick]: String(tick), [snapshotHeaders.sequence]: String(sequence), [snapshotHeaders.hash]: hash })
      .set({ 'cache-control': 'no-store', 'accept-ranges': 'bytes', ...(range ? { 'content-range': contentRangeOf(part) } : {}) })
      .type('application/octet-stream')
      .send(bytes.subarray(part.from, part.to));
  });
  return router;
}

/** Returns the requested range; anything but a single range of bytes is ignored (RFC 9110 §14.2). */
function asked(request: Request, size: number): readonly { start: number; end: number }[] {
  const ranges = request.range(size);
  if (ranges === -1) throw refusal(request, 'range', `must lie within ${size} bytes`);
  return Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges : [];
}

function read<T>(request: Request, header: string, form: RegExp, rule: string, as: (text: string) => T): T {
  const value = request.get(header);
  if (value === undefined || !form.test(value)) throw refusal(request, header, rule);
  return as(value);
}

function refusal(request: Request, header: string, rule: string): AppError {
  const issue = { path: header, rule, value: request.get(header) ?? null };
  return new AppError('invalid-input', `${header}: ${rule}`, { issues: [issue] });
}
