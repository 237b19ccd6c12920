import type { MetricObjectWithValues, MetricValue, Registry } from 'prom-client';

/** A value of a metric, with its labels. Those of a histogram name their part. */
type Value = MetricValue<string> & { metricName?: string };

/** Returns the values of a metric; none if it is not defined. */
export async function valuesOf(registry: Registry, name: string): Promise<readonly Value[]> {
  const metric = registry.getSingleMetric(name) as { get(): Promise<MetricObjectWithValues<Value>> } | undefined;
  return (await metric?.get())?.values ?? [];
}

/** Returns the sum of all series of a metric, or of one part of a histogram, as `…_count`. */
export const sumOf = (values: readonly Value[], part?: string): number =>
  values.filter(({ metricName }) => part === undefined || metricName === part).reduce((sum, { value }) => sum + value, 0);

/** Returns a counter by the values of one label. */
export function countsBy(values: readonly Value[], label: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { labels, value } of values) {
    const key = String(labels[label]);
    counts.set(key, (counts.get(key) ?? 0) + value);
  }
  return counts;
}

/** Returns how much each count has grown since `before`, without those that have not. */
export function growthSince(now: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): Map<string, number> {
  const grown = [...now].map(([key, value]) => [key, value - (before.get(key) ?? 0)] as const);
  return new Map(grown.filter(([, growth]) => growth > 0));
}

/** Counts of a histogram up to the upper bound of each bucket. */
export const bucketsOf = (values: readonly Value[]): Map<string, number> => {
  const buckets = values.filter(({ metricName }) => metricName?.endsWith('_bucket'));
  return countsBy(buckets, 'le');
};

/**
 * Estimates a quantile from counts up to the upper bound of each bucket, as if values were spread evenly within a bucket. 0 without values;
 * beyond the last bound, that bound.
 */
export function quantileOf(buckets: ReadonlyMap<string, number>, share: number): number {
  const sorted = [...buckets].map(([bound, upTo]) => ({ bound: bound === '+Inf' ? Infinity : Number(bound), upTo }));
  sorted.sort((one, other) => one.bound - other.bound);
  const wanted = (sorted.at(-1)?.upTo ?? 0) * share;
  let [lowBound, below] = [0, 0];
  for (const { bound, upTo } of sorted) {
    if (wanted > 0 && upTo >= wanted)
      return bound === Infinity ? lowBound : lowBound + ((bound - lowBound) * (wanted - below)) / (upTo - below);
    [lowBound, below] = [bound, upTo];
  }
  return 0;
}
