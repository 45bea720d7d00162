/** What an operator says of how the gateway is watched, stopped and spread over processes; the same for every supergraph. */
import { z } from 'zod';
import { portSetting } from '#kernel/settings.js';

const share = z.coerce.number().min(0).max(1);
const pause = (value: number) => z.coerce.number().int().min(0).max(3_600_000).default(value);

export const operatorSettingsShape = {
  /** Where Prometheus reads the metrics; absent: none are kept. Never on the public port. */
  SCHAKEL_METRICS_PORT: portSetting.optional(),
  SCHAKEL_METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Where spans go, OTLP/HTTP; absent: none are made. */
  SCHAKEL_TRACE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Of the requests, which part is traced. */
  SCHAKEL_TRACE_SAMPLE: share.default(0.1),
  /** Not ready any more, but still answering: until load balancers have seen it. */
  SCHAKEL_DRAIN_MS: pause(3_000),
  /** How long what is under way may take after that. */
  SCHAKEL_DRAIN_LIMIT_MS: pause(20_000),
  /** Processes that answer on the one port. */
  SCHAKEL_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
};

const operatorSettings = z.object(operatorSettingsShape);
export type OperatorSettings = z.infer<typeof operatorSettings>;
