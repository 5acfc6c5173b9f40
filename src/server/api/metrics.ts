interface Series {
  count: number;
  seconds: number;
}

/** Counts requests by the kind of address and the status; never by the address itself or the client. */
export interface Metrics {
  record(route: string, status: number, milliseconds: number): void;
  /** The counts in Prometheus' text format, version 0.0.4. */
  print(): string;
}

export function createMetrics(): Metrics {
  const series = new Map<string, Series>();
  return {
    record(route, status, milliseconds) {
      const labels = `route="${route}",status="${status}"`;
      const one = series.get(labels) ?? { count: 0, seconds: 0 };
      series.set(labels, { count: one.count + 1, seconds: one.seconds + milliseconds / 1000 });
    },
    print() {
      const all = [...series].sort(([a], [b]) => (a < b ? -1 : 1));
      const memory = process.memoryUsage();
      return [
        '# HELP pandu_request_seconds Time that requests took, by kind of address and status.',
        '# TYPE pandu_request_seconds summary',
        ...all.flatMap(([labels, { count, seconds }]) => [
          `pandu_request_seconds_count{${labels}} ${count}`,
          `pandu_request_seconds_sum{${labels}} ${seconds.toFixed(6)}`,
        ]),
        '# HELP process_resident_memory_bytes Resident memory.',
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${memory.rss}`,
        '# HELP process_uptime_seconds Time since the start.',
        '# TYPE process_uptime_seconds gauge',
        `process_uptime_seconds ${process.uptime().toFixed(3)}`,
        '',
      ].join('\n');
    },
  };
}
