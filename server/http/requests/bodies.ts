import type { Request, RequestHandler } from 'express';
import { type BodyKind, bodyLimits, bodyTypes, deepestBody } from '../../../shared/api/body-limits.ts';
import { routeNotes } from '../../../shared/api/contract/route-notes.ts';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { readJson, readRaw } from './body-reader.ts';
import { asksFor, routesWhere } from './limits.ts';

const withBody = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Routes that take another kind of body than the usual one. */
const kinds = routesWhere((name) => routeNotes[name].body !== undefined).map((name) => ({
  kind: routeNotes[name].body!,
  isMeant: asksFor(name),
}));
const kindOf = (request: Request): BodyKind => kinds.find(({ isMeant }) => isMeant(request))?.kind ?? 'usual';

/** Rejects bodies of another type than the route takes. */
const onlyItsType: RequestHandler = (request, _response, next) => {
  const sendsBody =
    withBody.has(request.method) &&
    (request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0);
  const type = bodyTypes[kindOf(request)];
  if (sendsBody && !request.is(type)) throw refuse('wrong-media-type', { type });
  next();
};

/** Body readers, each with its limit in bytes. */
const readers: Readonly<Record<BodyKind, RequestHandler>> = {
  usual: readJson(bodyLimits.usual),
  file: readJson(bodyLimits.file),
  thumbnail: readRaw(bodyLimits.thumbnail),
  report: readJson(bodyLimits.report),
};

const onlyShallow: RequestHandler = (request, _response, next) => {
  if (!Buffer.isBuffer(request.body) && isDeeperThan(request.body, deepestBody)) {
    throw refuse('body-too-deep', { max: deepestBody }, { issues: [fieldIssue('', null, 'body-depth', { max: deepestBody })] });
  }
  next();
};

/** Middleware that reads the body of an API request: of the type that the route takes, neither too large nor too deep. */
export const parseBodies: readonly RequestHandler[] = [
  onlyItsType,
  (request, response, next) => (withBody.has(request.method) ? readers[kindOf(request)](request, response, next) : next()),
  onlyShallow,
];

/** Returns whether objects and arrays are nested deeper than `levels`. Goes level by level, so that no depth exhausts the stack. */
function isDeeperThan(value: unknown, levels: number): boolean {
  const within = (values: readonly unknown[]) => values.filter((entry) => typeof entry === 'object' && entry !== null);
  let level = within([value]);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = within(level.flatMap((entry) => Object.values(entry as object)));
  }
  return false;
}
