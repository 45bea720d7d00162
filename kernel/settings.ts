/** Settings come from the environment, are checked once at start, and every fault is told at once. */
import { z } from 'zod';

export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the keys of `schema` (each the name of an environment variable). An empty text counts as absent; values are never printed. */
export function readSettings<T extends z.ZodRawShape>(schema: z.ZodObject<T>, env: Environment): z.infer<z.ZodObject<T>> {
  const given = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, env[name] === '' ? undefined : env[name]]));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${absent(given, issue) ? 'is required' : issue.message}`));
}

function absent(given: Environment, issue: z.core.$ZodIssue): boolean {
  return given[String(issue.path[0])] === undefined;
}

export const portSetting = z.coerce.number().int().min(1).max(65_535);
export const keySetting = z
  .string()
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine((key) => key.length >= 32, 'must be at least 32 bytes, base64url');

/** `name=value,name=value` */
export const mapSetting = z.string().transform((text, context) => {
  const pairs = text.split(',').map((pair) => pair.trim()).filter((pair) => pair !== '');
  const entries = pairs.map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  if (pairs.some((pair) => !/^[^=]+=./.test(pair))) {
    context.addIssue({ code: 'custom', message: 'must be a list of name=value, separated by commas' });
    return z.NEVER;
  }
  return new Map(entries);
});
export const onOffSetting = z.enum(['on', 'off']).transform((text) => text === 'on');

export interface SettingDescription {
  readonly name: string;
  readonly required: boolean;
}

/** The settings that a process knows, for docs and for checks of deployment files; no values. */
export function describeSettings(schema: z.ZodObject): SettingDescription[] {
  return Object.entries(schema.shape).map(([name, rule]) => ({ name, required: !(rule as z.ZodType).safeParse(undefined).success }));
}
