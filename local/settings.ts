/** Settings of the one-machine stack: ports from one base, one data folder, and nothing reachable from another machine. */
import { join } from 'node:path';
import { businessDateSource } from '#kernel/business-date.js';
import { onOffSetting, readSettings } from '#kernel/settings.js';
import { z } from 'zod';
import { fromUserFolder, inRepository } from './paths.js';

/** Highest offset used from the base port. */
const POSTGRES_OFFSET = 32;
const ISSUER_OFFSET = 1;
const METRICS_OFFSET = 2;
export const DEFAULT_BUSINESS_DATE = '2014-03-03';

export interface StackSettings {
  readonly host: string;
  readonly basePort: number;
  readonly dataDir: string;
  /** YYYY-MM-DD when given at start; else the date file keeps what it says. */
  readonly businessDate: string | undefined;
  readonly logLevel: string;
  readonly playground: 'on' | 'off';
  /** `free`: anyone may try a query of his own; `known`: as a deployment. */
  readonly operations: 'known' | 'free';
  /** Trades durability for speed in PostgreSQL: for test stacks, whose data may be lost. */
  readonly fastDatabase: boolean;
}

export const stackSettingsSchema = z.object({
  SCHAKEL_HOST: z
    .string()
    .default('127.0.0.1')
    .refine((host) => /^127(\.\d{1,3}){3}$/.test(host), 'must be a 127.x.x.x address: this stack hands a token to whoever asks, so it stays on this machine'),
  SCHAKEL_PORT: z.coerce
    .number()
    .int()
    .min(1024)
    .max(65_535 - POSTGRES_OFFSET)
    .default(4000),
  SCHAKEL_DATA_DIR: z.string().optional(),
  SCHAKEL_BUSINESS_DATE: z
    .string()
    .refine((text) => text === 'today' || z.iso.date().safeParse(text).success, 'must be today or YYYY-MM-DD')
    .optional(),
  SCHAKEL_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SCHAKEL_PLAYGROUND: z.enum(['on', 'off']).default('on'),
  SCHAKEL_OPERATIONS: z.enum(['known', 'free']).default('free'),
  SCHAKEL_PG_FAST: z.preprocess((value) => (value === '1' ? 'on' : value === '0' ? 'off' : value), onOffSetting).optional(),
  NODE_ENV: z
    .string()
    .optional()
    .refine((value) => value !== 'production', 'is production, and this stack signs tokens with a published key: it is for development only'),
});

/** Reads and checks all settings; throws one SettingsError that names every fault. */
export function readStackSettings(env: NodeJS.ProcessEnv): StackSettings {
  const given = readSettings(stackSettingsSchema, env);
  return {
    host: given.SCHAKEL_HOST,
    basePort: given.SCHAKEL_PORT,
    dataDir: given.SCHAKEL_DATA_DIR ? fromUserFolder(given.SCHAKEL_DATA_DIR, env) : inRepository('.schakel'),
    businessDate: given.SCHAKEL_BUSINESS_DATE && businessDateSource(given.SCHAKEL_BUSINESS_DATE)(),
    logLevel: given.SCHAKEL_LOG_LEVEL,
    playground: given.SCHAKEL_PLAYGROUND,
    operations: given.SCHAKEL_OPERATIONS,
    fastDatabase: given.SCHAKEL_PG_FAST ?? false,
  };
}

export function baseUrl(settings: StackSettings, portOffset: number): string {
  return `http://${settings.host}:${settings.basePort + portOffset}`;
}

export const gatewayUrl = (settings: StackSettings): string => baseUrl(settings, 0);
export const issuerUrl = (settings: StackSettings): string => baseUrl(settings, ISSUER_OFFSET);
export const issuerPort = (settings: StackSettings): number => settings.basePort + ISSUER_OFFSET;
export const metricsPort = (settings: StackSettings): number => settings.basePort + METRICS_OFFSET;
export const postgresPort = (settings: StackSettings): number => settings.basePort + POSTGRES_OFFSET;

export const logsDir = (settings: StackSettings): string => join(settings.dataDir, 'logs');
export const deliveriesDir = (settings: StackSettings): string => join(settings.dataDir, 'deliveries');
export const businessDateFile = (settings: StackSettings): string => join(settings.dataDir, 'business-date');
