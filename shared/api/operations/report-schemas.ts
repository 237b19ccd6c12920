import { z } from 'zod';
import { clientErrorKinds, clientErrorNames, reportLimits, scriptNamePattern } from './reports.ts';

const upTo = ({ max }: { max: number }) => z.int().min(0).max(max);

/** An error of a page: what kind it is, and where in the built scripts it was thrown. No message. */
export const clientErrorSchema = z.strictObject({
  kind: z.enum(clientErrorKinds),
  name: z.enum(clientErrorNames),
  /** Null where the stack names no script of ours. */
  place: z
    .strictObject({
      script: z.string().regex(scriptNamePattern),
      line: upTo(reportLimits.position),
      column: upTo(reportLimits.position),
    })
    .nullable(),
});
export type ClientError = z.infer<typeof clientErrorSchema>;

/** What a page met and measured since its last report. Nothing in it names a user, a universe or what they hold. */
export const clientReportSchema = z.strictObject({
  errors: z.array(clientErrorSchema).max(reportLimits.errors.max).optional(),
  /** Time from the opening of the page to the first picture in which the universe moved. */
  firstFrameMs: upTo(reportLimits.firstFrameMs).optional(),
  /** Median and 95th percentile of the time between pictures. */
  frameMs: z.strictObject({ p50: upTo(reportLimits.frameMs), p95: upTo(reportLimits.frameMs) }).optional(),
  /** Times that the sound was interrupted for want of data. */
  underruns: upTo(reportLimits.count).optional(),
  /** Connections to a room that were found again. */
  reconnections: upTo(reportLimits.count).optional(),
  /** Times that the simulation differed from that of the others. */
  divergences: upTo(reportLimits.count).optional(),
});
export type ClientReport = z.infer<typeof clientReportSchema>;
