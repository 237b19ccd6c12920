import { z } from 'zod';
import { type ErrorCode, errorCodes } from '../errors.ts';
import { memberRoles } from '../../room/messages.ts';
import { clientErrorKinds } from './reports.ts';

const count = z.int().min(0);

/** What a process did in some seconds, and what it held at their end. */
export const statusSampleSchema = z.object({
  at: z.iso.datetime(),
  rooms: count,
  /** Connections to rooms, of spectators too. */
  members: count,
  /** 95th percentile of the time by which ticks were confirmed too late. */
  lagMs: z.number().min(0),
  /** Share of the time of one processor core. */
  load: z.number().min(0),
  requests: count,
  refusals: count,
});
export type StatusSample = z.infer<typeof statusSampleSchema>;

/** The state of the process that answers, and of the jobs that all processes share. Nothing in it names a user or a universe. */
export const serverStatusSchema = z.object({
  /** Name of the process, or `single`. */
  process: z.string(),
  startedAt: z.iso.datetime(),
  memoryBytes: count,
  /** Connections to rooms at this moment. */
  rooms: count,
  connections: z.record(z.enum(memberRoles), count),
  jobs: z.object({ queued: count, running: count, failed: count }),
  /** The last minutes, oldest first, one for each of `sampleSeconds`. */
  sampleSeconds: count,
  samples: z.array(statusSampleSchema),
  /** Refusals of these minutes by their code, most first. */
  errors: z.array(z.object({ code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]), count })),
  /** Errors of pages of these minutes by their kind, most first. */
  clientErrors: z.array(z.object({ kind: z.enum(clientErrorKinds), count })),
});
export type ServerStatus = z.infer<typeof serverStatusSchema>;
