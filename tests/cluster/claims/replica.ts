import { expect, it } from 'vitest';
import { createGuest, createVisitor, type Visitor } from '../../../server/testing/test-server.ts';
import type { RouteResponse, UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { Topology } from '../../../tools/cluster/topology.ts';

const patienceMs = 30_000;

/** Tests that a replica answers who may be told old news, and nobody else. Each search is a new one, which no cache has seen. */
export function testReplica(topologyOf: () => Topology): void {
  it('answers strangers from the replica, and who has just written from what has it; without the replica, everybody', async () => {
    const { url, servers, databases } = topologyOf();
    const { replica } = databases;
    const [writes, reads] = servers.map(({ name }) => `/at/${name}/api/v1/universes`) as [string, string];
    const namesFor = async (visitor: Visitor, query: string) => {
      const { status, body } = await visitor.call<RouteResponse<'listUniverses'>>('GET', `${reads}?${query}`);
      expect([query, status]).toEqual([query, 200]);
      return body.universes.map(({ name }) => name);
    };
    const stranger = createVisitor(url);
    const owner = await createGuest(url);
    const { id } = (await owner.call<UniverseDetail>('POST', writes, { templateId: 'pulsar', name: 'Ebbing one two three' })).body;
    // One that was only opened from a template is in no list.
    await owner.call('PATCH', `${writes}/${id}/parameters/physics`, { gravity: 1 });
    await owner.call('PATCH', `${writes}/${id}`, { isPublic: true, description: 'Of water' });
    const hasReplayed = async () => replica.query(`select name from universes where id = '${id}' and description = 'Of water'`);
    await expect.poll(hasReplayed, { timeout: patienceMs }).toEqual([{ name: 'Ebbing one two three' }]);

    await replica.query('select pg_wal_replay_pause()');
    const written = await owner.call('PATCH', `${writes}/${id}`, { name: 'Flowing one two three' });
    expect(written.status).toBe(200);
    await expect.poll(() => namesFor(stranger, 'q=ebbing+one'), { timeout: patienceMs }).toEqual(['Ebbing one two three']);
    // The same user on a page that does not know of the write.
    const elsewhere = createVisitor(url, { cookie: owner.cookie.replace(/[^ ]*harmonic\.written=[^;]*;?/, '') });
    expect(await namesFor(elsewhere, 'list=mine')).toEqual(['Ebbing one two three']);
    expect(await namesFor(owner, 'list=mine')).toEqual(['Flowing one two three']);
    expect(await namesFor(owner, 'q=one+two')).toEqual(['Flowing one two three']);

    await replica.kill();
    expect(await namesFor(stranger, 'q=two+three')).toEqual(['Flowing one two three']);
    expect(await namesFor(elsewhere, 'list=mine')).toEqual(['Flowing one two three']);
    await replica.start();
    await expect
      .poll(() => replica.query(`select name from universes where id = '${id}'`), { timeout: patienceMs })
      .toEqual([{ name: 'Flowing one two three' }]);
  });
}
