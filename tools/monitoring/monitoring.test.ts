import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findProgram } from '../../tests/support/find-program.ts';
import { createClientMetrics } from '../../server/ops/metrics/client-metrics.ts';
import { createMetrics } from '../../server/ops/metrics/metrics.ts';
import { expressionsOfRules, selectorsIn } from './expressions.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const rulesText = read('deploy/monitoring/prometheus/rules.yml');
const ruleTests = ['rules.test.yml', 'rules-of-days.test.yml'];
const rules = expressionsOfRules(rulesText);

/** Labels that Prometheus adds, and that of buckets. */
const addedLabels = ['process', 'job', 'instance', 'le'];
/** What Prometheus itself measures. */
const ofPrometheus = ['up'];

const target = z.object({ refId: z.string().regex(/^[A-Z]$/), expr: z.string().min(1), legendFormat: z.string() });
const place = z.object({ x: z.int().min(0), y: z.int().min(0), w: z.int().min(1).max(24), h: z.int().min(1) });
const panel = z.union([
  z.object({ id: z.int(), type: z.literal('row'), title: z.string().min(1), gridPos: place, panels: z.tuple([]) }),
  z.object({
    id: z.int(),
    type: z.enum(['timeseries', 'stat']),
    title: z.string().min(1),
    datasource: z.object({ type: z.literal('prometheus'), uid: z.string() }),
    gridPos: place,
    fieldConfig: z.object({ defaults: z.object({ unit: z.string().min(1) }), overrides: z.array(z.never()) }),
    targets: z.array(target).min(1),
  }),
]);
const dashboardSchema = z.object({
  uid: z.string().min(1).max(40),
  title: z.string().min(1),
  schemaVersion: z.int().min(36),
  time: z.object({ from: z.string(), to: z.string() }),
  templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.enum(['datasource', 'query']) })) }),
  annotations: z.object({ list: z.array(z.object({ name: z.string(), expr: z.string() })) }),
  panels: z.array(panel).min(10),
});
const dashboard = dashboardSchema.parse(JSON.parse(read('deploy/monitoring/grafana/dashboards/harmonic.json')));
const expressions = [
  ...rules,
  ...dashboard.annotations.list.map(({ name, expr }): [string, string] => [name, expr]),
  ...dashboard.panels.flatMap((shown) =>
    shown.type === 'row' ? [] : shown.targets.map(({ refId, expr }): [string, string] => [`${shown.title} ${refId}`, expr]),
  ),
];

/** Names of all metrics of a server, with the suffixes of histograms, and their labels as far as they are known. */
const known = new Map<string, Set<string>>();

beforeAll(async () => {
  const metrics = createMetrics();
  metrics.watchProcess();
  metrics.watchRooms(() => ({ rooms: 1, connections: { owner: 1, editor: 1, viewer: 1, spectator: 1 } }));
  metrics.watchLeases(() => 1);
  createClientMetrics(metrics.registry).frames({ p50: 1, p95: 1 });
  metrics.watchPool(() => ({ idle: 1, busy: 1, waiting: 1 }));
  metrics.joined('joined');
  metrics.edited('physics', 'committed');
  metrics.answered({ method: 'GET', route: '/', code: 200 }, 1);
  await metrics.timeCommit(1, async () => {});
  metrics.tickLagged(1);
  const { text } = await metrics.read();
  for (const [, name, kind] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
    const suffixes = kind === 'histogram' || kind === 'summary' ? ['_bucket', '_sum', '_count'] : [''];
    for (const suffix of suffixes) known.set(`${name}${suffix}`, new Set());
  }
  for (const [, name, labels = ''] of text.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    for (const [, label] of labels.matchAll(/(\w+)="/g)) known.get(name!)?.add(label!);
  }
  expect(known.get('harmonic_http_request_duration_seconds_bucket')).toEqual(new Set(['method', 'route', 'code', 'le']));
});

describe('what is watched', () => {
  it('is read from the expressions', () => {
    expect(rules.size).toBe(rulesText.split('expr:').length - 1);
    expect(selectorsIn('sum by (le, a) (rate(x_bucket{b="c{d",e!~"f"}[5m])) / y > 2e9 and absent(up{job="h"} == 1)')).toEqual([
      { metric: 'x_bucket', labels: ['b', 'e'] },
      { metric: 'y', labels: [] },
      { metric: 'up', labels: ['job'] },
    ]);
  });

  it.each(expressions)('exists: %s', (_name, expression) => {
    const selectors = selectorsIn(expression);
    expect(selectors).not.toEqual([]);
    for (const { metric, labels } of selectors) {
      const isThere = known.has(metric) || rules.has(metric) || ofPrometheus.includes(metric);
      expect([metric, isThere]).toEqual([metric, true]);
      if (!metric.startsWith('harmonic_')) continue;
      const strange = labels.filter((label) => !known.get(metric)!.has(label) && !addedLabels.includes(label));
      expect([metric, strange]).toEqual([metric, []]);
    }
  });
});

it('the dashboard has panels that do not overlap, each with an id of its own', () => {
  const ids = dashboard.panels.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const taken = new Set<string>();
  for (const { title, gridPos } of dashboard.panels) {
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
        expect([title, taken.has(`${x} ${y}`)]).toEqual([title, false]);
        taken.add(`${x} ${y}`);
      }
    }
  }
});

it('every alert has a test and a section of the runbook', () => {
  const alerts = [...rulesText.matchAll(/- alert: (\w+)/g)].map(([, name]) => name!);
  const sections = new Set([...read('docs/operations.md').matchAll(/^### (\w+)$/gm)].map(([, name]) => name!));
  expect(alerts.filter((name) => !sections.has(name))).toEqual([]);
  for (const name of alerts) expect(rulesText).toContain(`runbook: docs/operations.md#${name.toLowerCase()}\n`);
  const tests = ruleTests.map((file) => read(`deploy/monitoring/prometheus/${file}`)).join('');
  const tested = new Set([...tests.matchAll(/alertname: (\w+)/g)].map(([, name]) => name!));
  expect(alerts.filter((name) => !tested.has(name))).toEqual([]);
});

const promtool = findProgram('promtool');

it.skipIf(promtool === undefined)('Prometheus takes the configuration, and the alerts pass their tests', () => {
  const run = (...parameters: string[]) =>
    spawnSync(promtool!, parameters, { cwd: join(root, 'deploy/monitoring/prometheus'), encoding: 'utf8' });
  for (const parameters of [
    ['check', 'config', 'prometheus.yml'],
    ['check', 'config', 'compose.yml'],
    ['test', 'rules', ...ruleTests],
  ]) {
    const { status, stdout, stderr } = run(...parameters);
    expect([parameters, status, status === 0 ? '' : stdout + stderr]).toEqual([parameters, 0, '']);
  }
});
