/** The companies of the partner register, and the stubs by which this subgraph points at what they own. No stub claims that the thing exists. */
import { formatId, parseId, typeName } from '#kernel/ids.js';
import { type Body, bodyById, type Registers } from '#kernel/registers.js';

export interface CompanyStub {
  readonly __typename: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly body: Body;
}

export interface OwnedStub {
  readonly __typename: string;
  readonly id: string;
  readonly company: CompanyStub;
}

/** Type suffix to the kind letter of its ids. */
const KIND = { SwCompany: 'C', Workplace: 'W', SwEmployment: 'E', Placement: 'P' } as const;
type OwnedType = Exclude<keyof typeof KIND, 'SwCompany'>;

export class CompanyDirectory {
  private readonly byCode: ReadonlyMap<string, CompanyStub>;
  private readonly byBody: ReadonlyMap<string, CompanyStub>;

  constructor(registers: Registers) {
    const stubs = registers.parties.flatMap((party) =>
      party.company ? [{ ...party.company, __typename: typeName(party.company.code, 'SwCompany'), id: formatId({ owner: party.company.code, kind: KIND.SwCompany, local: party.company.code }), body: bodyById(registers, party.body) }] : [],
    );
    this.byCode = new Map(stubs.map((stub) => [stub.code, stub]));
    this.byBody = new Map(stubs.map((stub) => [stub.body.id, stub]));
  }

  companies(): CompanyStub[] {
    return [...this.byCode.values()];
  }

  companyStub(code: string): CompanyStub | null {
    return this.byCode.get(code) ?? null;
  }

  /** By body id, `sw-leiden`. */
  companyOfBody(body: string): CompanyStub | null {
    return this.byBody.get(body) ?? null;
  }

  /** `leiden:W:1042`; null for anything that is not a workplace id of a known company. */
  workplaceStub(id: string): OwnedStub | null {
    return this.owned(id, 'Workplace');
  }

  employmentStub(id: string): OwnedStub | null {
    return this.owned(id, 'SwEmployment');
  }

  placementStub(id: string): OwnedStub | null {
    return this.owned(id, 'Placement');
  }

  /** For `_entities`: the company of `leiden:C:leiden`. */
  companyById(id: string): CompanyStub | null {
    const stub = this.companyStub(parseId(id)?.owner ?? '');
    return stub?.id === id ? stub : null;
  }

  private owned(id: string, type: OwnedType): OwnedStub | null {
    const parts = parseId(id);
    const company = parts?.kind === KIND[type] ? this.companyStub(parts.owner) : null;
    return company && { __typename: typeName(company.code, type), id, company };
  }
}
