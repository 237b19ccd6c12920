import { expect, it, vi } from 'vitest';
import { Registry } from 'prom-client';
import { createLog } from '../../ops/log.ts';
import { createClientMetrics } from '../../ops/metrics/client-metrics.ts';
import { browserFamilyOf } from './browser-family.ts';
import { createClientReportService } from './client-report-service.ts';

it('tells no more than 60 new errors an hour, whatever places are made up', () => {
  let nowMs = 0;
  const sink = vi.fn(async () => undefined);
  const service = createClientReportService({
    metrics: createClientMetrics(new Registry()),
    log: createLog('silent'),
    isOwnScript: () => true,
    sink,
    now: () => nowMs,
  });
  const report = (column: number) =>
    service.take({ errors: [{ kind: 'script', name: 'Error', place: { script: 'index', line: 1, column } }] }, undefined);
  for (let column = 0; column < 100; column += 1) report(column);
  expect(sink).toHaveBeenCalledTimes(60);
  nowMs += 60 * 60 * 1000;
  report(99);
  report(0);
  expect(sink).toHaveBeenCalledTimes(61);
});

it('knows the family of a browser', () => {
  const start = 'Mozilla/5.0 (X11; Linux x86_64)';
  for (const [agent, family] of [
    [`${start} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 'chromium'],
    [`${start} Gecko/20100101 Firefox/144.0`, 'firefox'],
    ['Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1', 'safari'],
    ['curl/8', 'other'],
    [undefined, 'other'],
  ] as const)
    expect(browserFamilyOf(agent)).toBe(family);
});
