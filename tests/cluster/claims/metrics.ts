import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { createGuest } from '../../../server/testing/test-server.ts';
import type { UniverseDetail } from '../../../shared/api/contract/contract.ts';
import { routes } from '../../../shared/api/contract/contract.ts';
import type { ServerPart } from '../../../tools/cluster/servers.ts';
import type { Topology } from '../../../tools/cluster/topology.ts';
import { findProgram } from '../../support/find-program.ts';
import { joinAsMember } from '../../support/members/member.ts';
import { waitUntil } from '../../support/until.ts';
import { holderOf } from '../editors.ts';

const promtool = findProgram('promtool');
/** Names that prom-client gives, for which it is blamed. */
const ofLibrary = /^nodejs_active_\w+_total non-counter metrics should not have "_total" suffix$/;
const patienceMs = 20_000;

const readMetrics = async ({ metricsUrl }: ServerPart) => (await fetch(metricsUrl)).text();

/** Returns the value of a series, written as in the text; 0 if there is none yet. */
function valueIn(text: string, series: string): number {
  const line = text.split('\n').find((found) => found.startsWith(`${series} `));
  return line === undefined ? 0 : Number(line.slice(series.length + 1));
}

/** Tests the metrics of processes that have had much to do. */
export function testMetrics(topologyOf: () => Topology): void {
  it.skipIf(promtool === undefined)('has metrics without a fault in the eyes of Prometheus', async () => {
    for (const server of topologyOf().servers) {
      const input = await readMetrics(server);
      expect(input).toContain('harmonic_http_request_duration_seconds_count{');
      const { stdout, stderr, error } = spawnSync(promtool!, ['check', 'metrics'], { input, encoding: 'utf8' });
      const faults = stderr.split('\n').filter((line) => line !== '' && !ofLibrary.test(line));
      expect([faults, stdout, error]).toEqual([[], '', undefined]);
    }
  });

  it('counts a request where it is answered, and once where it was asked at another process', async () => {
    const topology = topologyOf();
    const owner = await createGuest(topology.url);
    const { id, document } = (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
    const member = joinAsMember(topology.url, owner.cookie, id, document);
    await waitUntil(
      () => member.status === 'online',
      patienceMs,
      () => `${member.status} ${member.sentence}`,
    );
    const { holder, others } = await holderOf(topology, id);
    const path = `/api/v1/universes/${id}/parameters/music`;
    const series = {
      edits: 'harmonic_edits_total{group="music",outcome="committed"}',
      answers: `harmonic_http_request_duration_seconds_count{method="PATCH",route="${routes.updateParameters.path}",code="200"}`,
    };
    const valuesAt = async (server: ServerPart) => {
      const text = await readMetrics(server);
      return { edits: valueIn(text, series.edits), answers: valueIn(text, series.answers) };
    };
    const [before, elsewhere] = [await valuesAt(holder), await valuesAt(others[0]!)];
    for (const { name } of [holder, others[0]!]) {
      for (const swing of [0.1, 0.2, 0.3]) expect((await owner.call('PATCH', `/at/${name}${path}`, { swing })).status).toBe(200);
    }
    const counted = { edits: before.edits + 6, answers: before.answers + 6 };
    await expect.poll(() => valuesAt(holder), { timeout: patienceMs }).toEqual(counted);
    expect((await valuesAt(others[0]!)).edits).toBe(elsewhere.edits);
    member.room.close();
  });
}
