import type { AppError } from '../../../shared/api/errors.ts';
import type { RoomServices } from '../room-services.ts';

/** Logs and counts why a room closes before its members have left. Another process that goes on with it is no fault. */
export function reportLoss(
  { metrics, log, report }: Pick<RoomServices, 'metrics' | 'log' | 'report'>,
  universeId: string,
  error: AppError,
) {
  if (error.reason !== 'universe-taken-over') return report(error, `room ${universeId} closed`);
  metrics.leaseLost();
  log.warn({ universeId }, 'room closed: another process has taken over its universe');
}
