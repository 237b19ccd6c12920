import { Histogram, type Registry } from 'prom-client';

/** A request, by labels with few values. */
export interface RequestLabels {
  method: string;
  /** Pattern of a path, or the kind of what has none. */
  route: string;
  /** HTTP status. */
  code: number;
}

interface Times {
  labels: RequestLabels;
  /** Requests by the bucket of their time; the last is that of all times beyond. */
  counts: number[];
  seconds: number;
}

interface Options {
  name: string;
  help: string;
  buckets: number[];
  registers: Registry[];
}

/**
 * A histogram of requests. It is measured with every request, so it counts by itself, for a fraction of what prom-client needs to find the series
 * of a set of labels, and tells the same when it is read.
 */
export class RequestHistogram extends Histogram {
  readonly #options: Options;
  /** By route, then by method and code. */
  readonly #times = new Map<string, Map<string, Times>>();

  constructor(options: Options) {
    super({ ...options, labelNames: ['method', 'route', 'code'] });
    this.#options = options;
  }

  measure(labels: RequestLabels, seconds: number): void {
    const { buckets } = this.#options;
    const times = this.#timesOf(labels);
    let bucket = 0;
    while (bucket < buckets.length && seconds > buckets[bucket]!) bucket += 1;
    times.counts[bucket]! += 1;
    times.seconds += seconds;
  }

  #timesOf(labels: RequestLabels): Times {
    const { method, route, code } = labels;
    let ofRoute = this.#times.get(route);
    if (!ofRoute) this.#times.set(route, (ofRoute = new Map()));
    const key = method + code;
    let times = ofRoute.get(key);
    if (!times) ofRoute.set(key, (times = { labels, counts: this.#options.buckets.concat(Infinity).map(() => 0), seconds: 0 }));
    return times;
  }

  /** Called by prom-client whenever the metric is read, in whatever form. */
  async getForPromString() {
    const { name, help, buckets } = this.#options;
    const values = [...this.#times.values()]
      .flatMap((ofRoute) => [...ofRoute.values()])
      .flatMap(({ labels: sharedLabels, counts, seconds }) => {
        let upTo = 0;
        const cumulative = counts.map((count, at) => ({
          metricName: `${name}_bucket`,
          labels: { le: buckets[at] ?? '+Inf' },
          sharedLabels,
          value: (upTo += count),
        }));
        return [
          ...cumulative,
          { metricName: `${name}_sum`, labels: {}, sharedLabels, value: seconds },
          { metricName: `${name}_count`, labels: {}, sharedLabels, value: upTo },
        ];
      });
    return { name, help, type: 'histogram', aggregator: 'sum', values };
  }
}
