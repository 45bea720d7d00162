/** What the engine must reach on one machine, in one run: ours against each peer, and the whole profile against none. */

interface AtLeast {
  readonly question: string;
  readonly peer: string;
  /** Requests per second of ours by theirs, and CPU per request of theirs by ours. */
  readonly times: number;
}

export const TARGETS: readonly AtLeast[] = [
  { question: 'heavy', peer: 'stock', times: 5 },
  { question: 'heavy', peer: 'hive', times: 5 },
  { question: 'heavy', peer: 'hive-rust', times: 2.4 },
  { question: 'heavy', peer: 'grafbase', times: 0.5 },
  ...['light', 'wide'].flatMap((question) => [
    { question, peer: 'stock', times: 4 },
    { question, peer: 'grafbase', times: 0.5 },
  ]),
];

/** The whole profile on, against profile off. */
export const PROFILE_TARGETS = { heavy: { timesCpu: 1.2 }, light: { moreCpuMs: 0.4 } };
