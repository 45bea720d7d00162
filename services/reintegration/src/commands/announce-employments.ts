// Guarantees: a company enters only its own employments in the pointer index, once per announcement, and nothing but the pointer is kept.
// Architecture decision 1: the directory holds pointers, no copies; decision 13: what a company announces is its own register.
import { z } from 'zod';
import { badInput, forbidden } from '#kernel/faults.js';
import { parseId } from '#kernel/ids.js';
import type { EmploymentPointer } from '../domain/directory-ports.js';

const MAX_BATCH = 1_000;
const payloadSchema = z.object({
  employments: z
    .array(z.object({ person: z.string().regex(/^[\w-]{43}$/), employment: z.string(), from: z.iso.date(), until: z.iso.date().nullable() }))
    .min(1)
    .max(MAX_BATCH),
  /** How many employments the company itself counts; for the reconciliation report. */
  total: z.number().int().nonnegative().optional(),
});

export interface Announcement {
  readonly id: string;
  /** Name of the sending service, proven by its key. */
  readonly from: string;
  readonly payload: unknown;
}

export interface AnnouncingCompany {
  /** Body id. */
  readonly body: string;
  readonly code: string;
}

export interface PointerIndex {
  /** The company behind a service name; null for a service that is no sw company. */
  companyOf(service: string): AnnouncingCompany | null;
  /** Runs `work` in one transaction, once per (sender, command id); a repeat gets the first answer. */
  onceOnly(command: Announcement, work: (store: PointerWriter) => Promise<{ announced: number }>): Promise<{ announced: number }>;
}

export interface PointerWriter {
  storePointers(pointers: readonly EmploymentPointer[], stated: number | null): Promise<number>;
}

/** FORBIDDEN for a sender that is no company, BAD_USER_INPUT for anything but the company's own employments. */
export async function announceEmployments(index: PointerIndex, command: Announcement): Promise<{ announced: number }> {
  const company = index.companyOf(command.from);
  if (!company) throw forbidden();
  const parsed = payloadSchema.safeParse(command.payload);
  if (!parsed.success) throw badInput('De aankondiging van dienstbetrekkingen is niet te lezen.');
  const { employments, total } = parsed.data;
  const pointers = employments.map((one) => ({ ...one, company: company.body }));
  if (!pointers.every((one) => isOwn(one, company))) throw badInput('De aankondiging noemt een dienstbetrekking van een ander bedrijf of een einde voor het begin.');
  return index.onceOnly(command, async (store) => ({ announced: await store.storePointers(onePerEmployment(pointers), total ?? null) }));
}

function isOwn(pointer: EmploymentPointer, company: AnnouncingCompany): boolean {
  const id = parseId(pointer.employment);
  return id?.owner === company.code && id.kind === 'E' && (pointer.until === null || pointer.from <= pointer.until);
}

function onePerEmployment(pointers: readonly EmploymentPointer[]): EmploymentPointer[] {
  return [...new Map(pointers.map((one) => [one.employment, one])).values()];
}
