/** The facts that terms rest on, asked of the bodies that have them, each with its source and the moment of its data. */
import { z } from 'zod';
import { unavailable } from '#kernel/faults.js';
import { parseId } from '#kernel/ids.js';
import type { Registers } from '#kernel/registers.js';
import type { PartyClient } from '#shell/party-client.js';
import type { EmploymentFacts, RepresentativeFacts, ResidenceFacts, WorkplaceFacts } from '../domain/facts.js';
import type { Asking, BodyQuestions } from '../domain/ports.js';
import { askEntity, companiesOf, companyId, type CompanyParty } from './ask-company.js';

const BENEFITS = 'benefits';
const decimalText = z.string().nullable();
const codeOf = z.object({ code: z.string() }).nullable();

const employmentShape = z.object({
  hoursPerWeek: decimalText,
  workForm: z.enum(['INTERNAL', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP', 'SUPERVISED_EMPLOYMENT', 'NEW_SHELTERED']).nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  formalEmployer: z.object({ id: z.string() }).nullable(),
  payingMunicipality: codeOf,
});
const workplaceShape = z.object({
  employer: z.object({ id: z.string(), name: z.string() }).nullable(),
  function: z.string().nullable(),
  municipality: codeOf,
  postcodeArea: z.string().nullable(),
  hoursPerWeekMin: decimalText,
  hoursPerWeekMax: decimalText,
  adaptations: z.array(z.object({ code: z.string() })).nullable(),
  availableFrom: z.string().nullable(),
  status: z.enum(['OPEN', 'HELD', 'TAKEN', 'CLOSED']).nullable(),
});
const representative = z.object({ id: z.string(), kind: z.enum(['CURATOR', 'MENTOR', 'BENEFITS_ADMINISTRATOR', 'AUTHORISED']), from: z.string(), until: z.string().nullable() });
const freshnessShape = z.object({ asOf: z.string().nullable() });

const WORKPLACE = 'employer { id name } function municipality { code } postcodeArea hoursPerWeekMin hoursPerWeekMax adaptations { code } availableFrom status';
const EMPLOYMENT = 'hoursPerWeek workForm from until formalEmployer { id } payingMunicipality { code }';

export class AgreementFacts implements BodyQuestions {
  constructor(
    private readonly parties: PartyClient,
    private readonly registers: Registers,
  ) {}

  async employment(id: string, asking: Asking): Promise<Omit<EmploymentFacts, 'placingBody'> | null> {
    const owner = this.ownerOf(id);
    if (!owner) return null;
    const [facts, asOf] = await Promise.all([askEntity(this.parties, owner, asking, { kind: 'SwEmployment', id, selection: EMPLOYMENT, shape: employmentShape }), this.asOf(owner, asking)]);
    if (!facts) return null;
    const { formalEmployer, payingMunicipality, ...rest } = facts;
    return { id, ...rest, formalEmployer: formalEmployer?.id ?? null, payingMunicipality: payingMunicipality?.code ?? null, source: owner.body, asOf };
  }

  async workplace(id: string, asking: Asking): Promise<WorkplaceFacts | null> {
    const owner = this.ownerOf(id);
    if (!owner) return null;
    const [facts, asOf] = await Promise.all([askEntity(this.parties, owner, asking, { kind: 'Workplace', id, selection: WORKPLACE, shape: workplaceShape }), this.asOf(owner, asking)]);
    if (!facts) return null;
    const { municipality, adaptations, ...rest } = facts;
    return { id, ...rest, municipality: municipality?.code ?? null, adaptations: (adaptations ?? []).map((one) => one.code), receivingBody: owner.body, source: owner.body, asOf };
  }

  async residence(person: string, asking: Asking): Promise<ResidenceFacts | null> {
    const facts = await this.person(person, 'residence { code }', z.object({ residence: codeOf }), asking);
    return facts?.residence ? { municipality: facts.residence.code, source: this.bodyOf(BENEFITS), asOf: null } : null;
  }

  /** A list that is hidden cannot be decided on, so it counts as no answer. */
  async representatives(person: string, asking: Asking): Promise<readonly RepresentativeFacts[]> {
    const facts = await this.person(person, 'representatives { id kind from until }', z.object({ representatives: z.array(representative).nullable() }), asking);
    if (!facts?.representatives) throw unavailable(this.bodyOf(BENEFITS));
    return facts.representatives;
  }

  private async person<T>(id: string, selection: string, shape: z.ZodType<T>, asking: Asking): Promise<T | null> {
    const answer = await this.parties.ask<{ found?: readonly unknown[] }>(BENEFITS, {
      query: `query Facts($person: [_Any!]!) { found: _entities(representations: $person) { ... on Person { ${selection} } } }`,
      variables: { person: [{ __typename: 'Person', id }] },
      viewer: asking.viewer,
      businessDate: asking.businessDate,
      requestId: asking.requestId,
      deadline: asking.deadline,
    });
    const entity = answer.found?.[0] ?? null;
    if (entity === null) return null;
    const parsed = shape.safeParse(entity);
    if (!parsed.success) throw unavailable(this.bodyOf(BENEFITS));
    return parsed.data;
  }

  private async asOf(owner: CompanyParty, asking: Asking): Promise<string | null> {
    const answer = await askEntity(this.parties, owner, asking, { kind: 'SwCompany', id: companyId(owner.company.code), selection: 'asOf', shape: freshnessShape });
    return answer?.asOf ?? null;
  }

  private ownerOf(id: string): CompanyParty | undefined {
    return companiesOf(this.registers.parties).find((party) => party.company.code === parseId(id)?.owner);
  }

  private bodyOf(service: string): string {
    return this.registers.parties.find((party) => party.service === service)?.body ?? service;
  }
}
