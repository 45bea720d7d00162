/** A country beside the pilot: 415 municipalities, 90 companies, 316,000 clients, 104,000 workers. What the pilot has is in it unchanged, so that a page of the pilot is a page of the country. */
import type { Registers } from '#kernel/registers.js';

export interface Size {
  readonly municipalities: number;
  readonly companies: number;
  readonly clients: number;
  readonly workers: number;
}

export const COUNTRY: Size = { municipalities: 415, companies: 90, clients: 316_000, workers: 104_000 };
/** What the pilot has of it already. */
export const PILOT: Size = { municipalities: 13, companies: 3, clients: 3_084, workers: 1_645 };

/** Whose system each added company has: the one that is asked itself. */
export const MODEL = 'zoetermeer-rijswijk';

/** `2001` and on: codes that no municipality has. */
export function addedMunicipalities(size: Size = COUNTRY): string[] {
  return Array.from({ length: size.municipalities - PILOT.municipalities }, (_, index) => String(2_001 + index));
}

/** `land-01` and on. */
export function addedCompanies(size: Size = COUNTRY): string[] {
  return Array.from({ length: size.companies - PILOT.companies }, (_, index) => `land${String(index + 1).padStart(2, '0')}`);
}

export const databaseOf = (code: string): string => `sw_${code}`;
export const companyName = (code: string): string => `Sw-bedrijf ${code}`;

export interface RegisterFiles {
  readonly partners: Pick<Registers, 'bodies' | 'parties'>;
  readonly authority: Registers['authority'];
}

const OIN_DIGITS = 20;
const SINCE = '2008-01-01';

/** The pilot's registers with the country's lines beside them: every added college acts for itself, every added company in its three roles. */
export function countryRegisters({ partners, authority }: RegisterFiles, size: Size = COUNTRY): RegisterFiles {
  const [municipalities, companies] = [addedMunicipalities(size), addedCompanies(size)];
  const oin = (group: string, number: number): string => `0000009900${group}${String(number).padStart(OIN_DIGITS - 10 - group.length, '0')}`;
  return {
    partners: {
      bodies: [
        ...partners.bodies,
        ...municipalities.map((code) => ({ id: `gm-${code}`, name: `Gemeente ${code}`, kind: 'MUNICIPALITY' as const, oin: oin('5', Number(code)) })),
        ...companies.map((code, index) => ({ id: `sw-${code}`, name: companyName(code), kind: 'SW_COMPANY' as const, oin: oin('6', index) })),
      ],
      parties: [...partners.parties, ...companies.map((code) => ({ service: `sw-${code}`, body: `sw-${code}`, company: { code, name: companyName(code) } }))],
    },
    authority: [
      ...authority,
      ...municipalities.map((code) => line('RESIDENCE_AUTHORITY', `gm-${code}`, `gm-${code}`)),
      ...municipalities.map((code, index) => line('FORMAL_EMPLOYER', `gm-${code}`, `sw-${companies[index % companies.length] ?? ''}`)),
      ...companies.flatMap((code) => ['PLACING_COMPANY', 'RECEIVING_COMPANY'].map((role) => line(role, `sw-${code}`, `sw-${code}`))),
    ],
  };
}

function line(role: string, principal: string, actingBody: string): Registers['authority'][number] {
  return { role, principal, actingBody, basis: 'Verzonnen voor een meting', from: SINCE, until: null };
}
