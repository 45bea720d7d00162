/** The settings that every service process has (docs/settings.md). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { businessDateSetting } from '#kernel/business-date.js';
import { DEFAULT_REGISTERS_DIR } from '#kernel/registers.js';
import { keySetting, mapSetting, portSetting } from '#kernel/settings.js';
import { checkTls, tlsSettingsShape } from '#kernel/tls.js';

const jsonFile = z.string().transform((path, context): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    context.addIssue({ code: 'custom', message: 'must name a readable JSON file' });
    return z.NEVER;
  }
});
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// URL');
const jwk = z.looseObject({ kty: z.string(), kid: z.string() });

export const databaseSettingsShape = {
  SCHAKEL_DATABASE_URL: postgresUrl,
  SCHAKEL_DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(16),
  SCHAKEL_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SCHAKEL_REGISTERS_DIR: z.string().default(DEFAULT_REGISTERS_DIR),
};

export const serviceSettingsShape = {
  ...databaseSettingsShape,
  SCHAKEL_HOST: z.string().default('127.0.0.1'),
  SCHAKEL_PORT: portSetting,
  SCHAKEL_ENVELOPE_KEY: keySetting,
  SCHAKEL_SERVICE_KEY_FILE: jsonFile.pipe(jwk),
  SCHAKEL_PARTY_KEYS_FILE: jsonFile.pipe(z.object({ keys: z.array(jwk) })),
  SCHAKEL_PARTIES: mapSetting,
  SCHAKEL_FEDERATION_KEY: keySetting.optional(),
  SCHAKEL_BUSINESS_DATE: businessDateSetting.optional(),
  SCHAKEL_LOG_KEY: keySetting,
  SCHAKEL_ACTIVITY_REGISTER: z.url().default('https://schakel.example/verwerkingen/'),
  SCHAKEL_LOG_RETENTION_DAYS: z.coerce.number().int().min(365).max(36_500).optional(),
  SCHAKEL_OTLP_URL: z.url({ protocol: /^https?$/ }).optional(),
  SCHAKEL_HOLD_ASK_SECONDS: z.coerce.number().int().min(1).max(604_800).default(3_600),
  SCHAKEL_FIGURES_BUDGET: z.coerce.number().int().min(1).max(1_000_000).default(500),
  ...tlsSettingsShape,
};

export const serviceSettingsSchema = z.object(serviceSettingsShape).superRefine((settings, context) => {
  checkTls(settings, [...settings.SCHAKEL_PARTIES.values()], (name, message) => context.addIssue({ code: 'custom', path: [name], message }));
});
export const migrateSettingsSchema = z.object({ ...databaseSettingsShape, SCHAKEL_DATABASE_URL: postgresUrl.optional(), SCHAKEL_DATABASE_OWNER_URL: postgresUrl });

export type ServiceSettings = z.infer<typeof serviceSettingsSchema>;
