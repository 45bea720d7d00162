import { describe, expect, it } from '@jest/globals';
import type { Registers } from '#kernel/registers.js';
import { CompanyDirectory } from './company-directory.js';

const body = { id: 'sw-zoetermeer-rijswijk', name: 'Sw-bedrijf', kind: 'SW_COMPANY' as const, oin: '00000099000300001000' };
const registers: Registers = {
  bodies: [body], purposes: [], authority: [], adaptations: [], postcodeAreas: [], parameters: [], labourDisputes: [], representation: [],
  parties: [{ service: 'benefits', body: 'sw-zoetermeer-rijswijk' }, { service: body.id, body: body.id, company: { code: 'zoetermeer-rijswijk', name: 'Sw-bedrijf' } }],
};
const directory = new CompanyDirectory(registers);
const company = { __typename: 'ZoetermeerRijswijkSwCompany', id: 'zoetermeer-rijswijk:C:zoetermeer-rijswijk', code: 'zoetermeer-rijswijk', name: 'Sw-bedrijf', body };

describe('the directory of companies', () => {
  it('knows each company of the partner register and no other party', () => {
    expect(directory.companies()).toEqual([company]);
  });

  it('points at a thing by the concrete type of its company', () => {
    expect(directory.workplaceStub('zoetermeer-rijswijk:W:7')).toEqual({ __typename: 'ZoetermeerRijswijkWorkplace', id: 'zoetermeer-rijswijk:W:7', company });
    expect(directory.employmentStub('zoetermeer-rijswijk:E:7')).toMatchObject({ __typename: 'ZoetermeerRijswijkSwEmployment' });
    expect(directory.placementStub('zoetermeer-rijswijk:P:7')).toMatchObject({ __typename: 'ZoetermeerRijswijkPlacement' });
  });

  it('points at nothing for another kind, an unknown company or no id at all', () => {
    expect([directory.workplaceStub('zoetermeer-rijswijk:E:7'), directory.workplaceStub('elders:W:7'), directory.workplaceStub('7')]).toEqual([null, null, null]);
  });

  it('finds a company by its id, its code and its body', () => {
    expect([directory.companyById(company.id), directory.companyStub(company.code), directory.companyOfBody(body.id)]).toEqual([company, company, company]);
  });

  it('does not take another id of the same owner for the company', () => {
    expect(directory.companyById('zoetermeer-rijswijk:C:leiden')).toBeNull();
  });
});
