/** `_entities` of the directory: stubs hold nothing but ids and the register of companies, so they need no scope; a person's fields carry theirs. */
import { typeName } from '#kernel/ids.js';
import type { Registers } from '#kernel/registers.js';
import type { ReferenceResolver } from '#shell/graph-schema.js';
import { CompanyDirectory } from './company-directory.js';
import { PERSON_ID, type Person } from './person.type.js';

export function companyAndPersonReferences(registers: Registers): Record<string, ReferenceResolver> {
  const directory = new CompanyDirectory(registers);
  const ofCompanies = directory.companies().flatMap(({ code }): [string, ReferenceResolver][] => [
    [typeName(code, 'SwCompany'), ({ id }) => directory.companyById(id)],
    [typeName(code, 'Workplace'), ({ id }) => directory.workplaceStub(id)],
    [typeName(code, 'SwEmployment'), ({ id }) => directory.employmentStub(id)],
    [typeName(code, 'Placement'), ({ id }) => directory.placementStub(id)],
  ]);
  return { ...Object.fromEntries(ofCompanies), Person: ({ id }): Person | null => (PERSON_ID.test(id) ? { id } : null) };
}
