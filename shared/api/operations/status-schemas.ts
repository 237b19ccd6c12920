import { z } from 'zod';
import { type ErrorCode, errorCodes } from '../errors.ts';
import { memberRoles } from '../universes/universe.ts';
import { clientErrorKinds } from './reports.ts';

const count = z.int().min(0);
/** 95th percentile of the time by which ticks were confirmed too late. */
const lagMs = z.number().min(0);
/** Share of the time of one processor core. */
const load = z.number().min(0);
/** Connections to rooms by the role of their members. */
const connections = z.record(z.enum(memberRoles), count);

/** What happened in some seconds, and what there was at their end. */
export const statusSampleSchema = z.object({
  at: z.iso.datetime(),
  rooms: count,
  /** Connections to rooms, of spectators too. */
  members: count,
  lagMs,
  load,
  requests: count,
  refusals: count,
});
export type StatusSample = z.infer<typeof statusSampleSchema>;

/** A process, as it told last. */
export const processStatusSchema = z.object({
  /** Its name, or `single`. */
  process: z.string(),
  startedAt: z.iso.datetime(),
  /** When it told last, if that is so long ago that it is dead, paused or cut off from the database; otherwise null. */
  silentSince: z.iso.datetime().nullable(),
  memoryBytes: count,
  rooms: count,
  connections,
  lagMs,
  load,
  /** Refusals of the last minutes. */
  refusals: count,
});
export type ProcessStatus = z.infer<typeof processStatusSchema>;

/** Refusals of the last minutes by their code, most first. */
const errors = z.array(z.object({ code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]), count }));
/** Errors of pages of the last minutes by their kind, most first. */
const clientErrors = z.array(z.object({ kind: z.enum(clientErrorKinds), count }));

/** The state of all processes. What it counts are sums over those that are not silent. Nothing in it names a user or a universe. */
export const serverStatusSchema = z.object({
  /** By name. */
  processes: z.array(processStatusSchema),
  rooms: count,
  connections,
  jobs: z.object({ queued: count, running: count, failed: count }),
  /** The last minutes of all processes, oldest first, one for each of `sampleSeconds`. The lag is that of the slowest process. */
  sampleSeconds: count,
  samples: z.array(statusSampleSchema),
  errors,
  clientErrors,
});
export type ServerStatus = z.infer<typeof serverStatusSchema>;
