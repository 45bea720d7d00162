/** Settings of the development issuer process. It listens on this machine only and never in production. */
import { portSetting, readSettings } from '#kernel/settings.js';
import { z } from 'zod';

export interface IssuerSettings {
  readonly host: string;
  readonly port: number;
  readonly url: string;
  /** Origins whose pages may ask for tokens and receive sign-in answers. */
  readonly pageOrigins: readonly string[];
}

export const issuerSettingsSchema = z.object({
  SCHAKEL_HOST: z
    .string()
    .default('127.0.0.1')
    .refine((host) => /^127(\.\d{1,3}){3}$/.test(host), 'must be a 127.x.x.x address: whoever reaches this issuer can be anybody'),
  SCHAKEL_PORT: portSetting,
  SCHAKEL_PAGE_ORIGINS: z.string().transform((text) => text.split(',').filter((origin) => origin !== '')),
  NODE_ENV: z
    .string()
    .optional()
    .refine((value) => value !== 'production', 'is production: the development issuer signs with a published key'),
});

export function readIssuerSettings(env: NodeJS.ProcessEnv): IssuerSettings {
  const given = readSettings(issuerSettingsSchema, env);
  const url = `http://${given.SCHAKEL_HOST}:${given.SCHAKEL_PORT}`;
  return { host: given.SCHAKEL_HOST, port: given.SCHAKEL_PORT, url, pageOrigins: given.SCHAKEL_PAGE_ORIGINS };
}
