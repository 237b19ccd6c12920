import { Histogram, Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { RequestHistogram } from './request-histogram.ts';

it('tells the same as a histogram of prom-client', async () => {
  const options = { name: 'times', help: 'Times', buckets: [0.01, 0.25, 1] };
  const [ours, theirs] = [new Registry(), new Registry()];
  const histogram = new RequestHistogram({ ...options, registers: [ours] });
  const peer = new Histogram({ ...options, labelNames: ['method', 'route', 'code'] as const, registers: [theirs] });
  expect(await ours.metrics()).toBe(await theirs.metrics());
  const requests = [
    ['GET', '/', 200, 0],
    ['GET', '/', 200, 0.01],
    ['GET', '/', 200, 0.02],
    ['GET', '/', 404, 3],
    ['POST', '/', 200, 0.25],
    ['GET', '/api', 200, 1],
  ] as const;
  for (const [method, route, code, seconds] of requests) {
    histogram.measure({ method, route, code }, seconds);
    peer.observe({ method, route, code }, seconds);
  }
  const told = async (registry: Registry) => (await registry.metrics()).split('\n').toSorted();
  expect(await told(ours)).toEqual(await told(theirs));
  expect(await ours.metrics()).toContain('times_bucket{le="0.25",method="GET",route="/",code="200"} 3');
  /** The values in no order, without the exemplars that nobody uses. */
  const valuesOf = async (histogramOf: { get(): Promise<{ values: { labels: object; value: number; metricName?: string }[] }> }) =>
    (await histogramOf.get()).values.map(({ labels, value, metricName }) => ({ labels, value, metricName }));
  const [own, ofPeer] = [await valuesOf(histogram), await valuesOf(peer)];
  expect(own).toHaveLength(ofPeer.length);
  expect(own).toEqual(expect.arrayContaining(ofPeer));
});
