/** The registers that gateway and services share as data (folder schema/): who takes part, who may act for whom, for what purposes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { linesOn } from './authority.js';
import { ROLES } from './viewer.js';

export const DEFAULT_REGISTERS_DIR = fileURLToPath(new URL('../../schema', import.meta.url));

const date = z.iso.date();
const bodySchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['MUNICIPALITY', 'JOINT_ARRANGEMENT', 'SW_COMPANY', 'JOINT_SERVICE', 'UWV']),
  oin: z.string().length(20),
  /** Chamber of Commerce number, where a body must name itself by it. */
  kvk: z.string().length(8).optional(),
});
const partySchema = z.object({
  service: z.string(),
  body: z.string(),
  company: z.object({ code: z.string(), name: z.string() }).optional(),
});
/** One processing activity (AVG art. 30). `fields`: the field groups that a role reads for it; a role that is not named may not name the purpose. */
const purposeSchema = z
  .object({ code: z.string(), text: z.string(), legalGround: z.string(), fields: z.partialRecord(z.enum(ROLES), z.array(z.string())) })
  .transform((purpose) => ({ ...purpose, roles: ROLES.filter((role) => purpose.fields[role] !== undefined) }));
/** `actingBody` may act in `role` for `principal` from `from` until and including `until`. */
const authoritySchema = z.object({
  role: z.string(),
  principal: z.string(),
  actingBody: z.string(),
  basis: z.string(),
  from: date,
  until: date.nullable(),
});
const codeTextSchema = z.object({ code: z.string(), text: z.string() });
/** A number of a regulation or a council, in the period in which it holds; `verified` false: known by hearsay. */
const parameterSchema = z.object({
  name: z.string(),
  municipality: z.string().length(4).nullable(),
  from: date,
  until: date.nullable(),
  value: z.string(),
  unit: z.string(),
  ground: z.string(),
  verified: z.boolean(),
});
/** A strike, lock-out or occupation at an employer (`kvk:<number>`). */
const disputeSchema = z.object({ hirer: z.string(), from: date, until: date.nullable(), ground: z.string() });
/** What part a kind of representative has in a decision about a subject, in the period in which that holds. */
const representationSchema = z.object({
  kind: z.enum(['CURATOR', 'MENTOR', 'BENEFITS_ADMINISTRATOR', 'AUTHORISED']),
  subject: z.enum(['WORK', 'MONEY']),
  part: z.enum(['INSTEAD', 'BESIDE', 'MAY', 'INFORMED']),
  from: date,
  until: date.nullable(),
  ground: z.string(),
});
const areaSchema = z.object({ area: z.string(), lat: z.number(), lon: z.number(), municipality: z.string() });

export type Body = z.infer<typeof bodySchema>;
export type Party = z.infer<typeof partySchema>;
export type Purpose = z.infer<typeof purposeSchema>;
export type AuthorityRule = z.infer<typeof authoritySchema>;
export type Parameter = z.infer<typeof parameterSchema>;
export type LabourDispute = z.infer<typeof disputeSchema>;
export type RepresentationRule = z.infer<typeof representationSchema>;
export type PostcodeArea = z.infer<typeof areaSchema>;

export interface Registers {
  readonly bodies: readonly Body[];
  /** A running service, the body whose system it is, and, for an sw company, its code and name. */
  readonly parties: readonly Party[];
  readonly purposes: readonly Purpose[];
  readonly authority: readonly AuthorityRule[];
  readonly adaptations: readonly { code: string; text: string }[];
  readonly postcodeAreas: readonly PostcodeArea[];
  readonly parameters: readonly Parameter[];
  readonly labourDisputes: readonly LabourDispute[];
  readonly representation: readonly RepresentationRule[];
}

export function loadRegisters(dir: string = DEFAULT_REGISTERS_DIR): Registers {
  const read = <T>(name: string, schema: z.ZodType<T>): T => schema.parse(JSON.parse(readFileSync(join(dir, name), 'utf8')));
  const partners = read('partners.json', z.object({ bodies: z.array(bodySchema), parties: z.array(partySchema) }));
  return {
    ...partners,
    purposes: read('activities.json', z.array(purposeSchema)),
    authority: read('authority.json', z.array(authoritySchema)),
    adaptations: read('adaptations.json', z.array(codeTextSchema)),
    postcodeAreas: read('postcode-areas.json', z.object({ note: z.string(), areas: z.array(areaSchema) })).areas,
    parameters: read('parameters.json', z.array(parameterSchema)),
    labourDisputes: read('labour-disputes.json', z.array(disputeSchema)),
    representation: read('representation.json', z.array(representationSchema)),
  };
}

export function bodyById(registers: Registers, id: string): Body {
  const body = registers.bodies.find((one) => one.id === id);
  if (!body) throw new Error(`the partner register has no body ${id}`);
  return body;
}

/** The lines of the authority register that are in force on `date`. */
export function authorityOn(registers: Registers, date: string): readonly AuthorityRule[] {
  return linesOn(registers.authority, date);
}
