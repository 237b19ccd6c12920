import { type Request, Router } from 'express';
import { apiPrefix } from '../../../shared/api/contract/paths.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse, refuseFields } from '../../../shared/refusals/refuse.ts';
import type { RuleParams, RuleReason } from '../../../shared/refusals/rule.ts';
import {
  contentRangeOf,
  maxSnapshotBytes,
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
      if (!snapshots.expects(String(request.params.id), request.user?.id ?? null)) throw refuse('snapshot-not-asked-for');
      next();
    },
    readRaw(snapshotPartBytes),
    (request, response) => {
      if (!request.is('application/octet-stream') || !Buffer.isBuffer(request.body))
        throw refuse('wrong-media-type', { type: 'application/octet-stream' });
      const part = readContentRange(request.get('content-range'));
      if (!part || part.total > maxSnapshotBytes || part.to - part.from !== request.body.length)
        throw refuseHeader(request, 'content-range', 'content-range-form', { max: maxSnapshotBytes });
      snapshots.receive(String(request.params.id), request.user?.id ?? null, {
        tick: read(request, snapshotHeaders.tick, /^\d{1,15}$/, 'tick-form', Number),
        sequence: read(request, snapshotHeaders.sequence, /^\d{1,15}$/, 'tick-form', Number),
        hash: read(request, snapshotHeaders.hash, /^[0-9a-f]{16}$/, 'hash-form', String),
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
  if (ranges === -1) throw refuseHeader(request, 'range', 'range-beyond-end', { size });
  return Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges : [];
}

function read<T>(request: Request, header: string, form: RegExp, reason: 'tick-form' | 'hash-form', as: (text: string) => T): T {
  const value = request.get(header);
  if (value === undefined || !form.test(value)) throw refuseHeader(request, header, reason);
  return as(value);
}

function refuseHeader<R extends RuleReason>(request: Request, header: string, reason: R, ...params: RuleParams<R>): AppError {
  return refuseFields([fieldIssue(header, request.get(header) ?? null, reason, ...params)]);
}
