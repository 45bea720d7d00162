/**
 * Where a guard must stand and for what kind of data, by hand and per place: at each type, field and command by itself, also where a
 * second guard stands behind it. So that taking away any one of them is noticed, although the other would still hold.
 */
import type { Kind } from '../matrix/oracle.js';

/** What a place asks of the reader: kinds of data, or a scope of his application, or only to be somebody. */
export interface Expected {
  readonly kinds: readonly (Kind | 'negotiation')[];
  readonly scope: string | null;
}

const kinds = (...all: Expected['kinds']): Expected => ({ kinds: all, scope: null });
const FIGURES: Expected = { kinds: [], scope: 'statistics:read' };
const COMMAND: Expected = { kinds: ['negotiation'], scope: 'agreements:write' };
const ANYBODY: Expected = kinds();

/** `SwEmployment`, `SwCompany` and `Placement` stand for each company's own type; an interface carries no guard of its own. */
export const PLACES: Readonly<Record<string, Expected>> = {
  Person: kinds('person'),
  Application: kinds('application'),
  Benefit: kinds('benefit'),
  DebtTrajectory: kinds('debt'),
  DecisionTerm: kinds('application'),
  DebtDecision: kinds('debt'),
  Indication: kinds('indication'),
  Trajectory: kinds('trajectory'),
  Representative: kinds('representation'),
  Offer: kinds('offer'),
  Agreement: kinds('agreement'),
  Task: kinds('task'),
  SwEmployment: kinds('employment'),
  Placement: kinds('placement'),
  WorkplaceOptions: kinds('option'),
  CandidateOptions: kinds('option'),
  // A count says something too.
  PersonConnection: kinds('person'),
  ApplicationConnection: kinds('application'),
  AgreementConnection: kinds('agreement'),
  AgreementEventConnection: kinds('agreement'),
  TaskConnection: kinds('task'),
  SwEmploymentConnection: kinds('employment'),
  PlacementConnection: kinds('placement'),
  AccessEntry: kinds('access'),
  AccessConnection: kinds('access'),
  AccessRecord: kinds('access'),
  AccessRecords: kinds('access'),
  'Query.accessEntries': kinds('access'),
  // What bodies ask each other for a delivery; no client's schema has it.
  'Query.debtHelp': kinds('debt delivery'),
  DebtHelpType: kinds('debt delivery'),
  'SwCompany.employmentStatistics': kinds('employment'),
  SwStatisticsDelivery: kinds('employment'),
  SwEmploymentStatistics: kinds('employment'),
  SwContractStatistics: kinds('employment'),
  SwSupervisedStatistics: kinds('employment'),
  BSN: kinds('bsn'),
  DisabilityCategory: kinds('category'),
  'Person.bsn': kinds('bsn'),
  'Person.name': kinds('name'),
  'Person.birthDate': kinds('birth'),
  'Person.residence': kinds('residence'),
  'Person.representatives': kinds('representation'),
  'Person.applications': kinds('application'),
  'Person.benefits': kinds('benefit'),
  'Person.debtTrajectories': kinds('debt'),
  'Person.indications': kinds('indication'),
  'Person.trajectories': kinds('trajectory'),
  'Person.employments': kinds('employment'),
  'Person.offers': kinds('offer'),
  'Person.agreements': kinds('agreement'),
  'Person.accessLog': kinds('access'),
  'Representative.name': kinds('name'),
  'Indication.category': kinds('category'),
  'Indication.adaptations': kinds('adaptation'),
  'Indication.adviceSupervisedEmployment': kinds('adaptation'),
  'SwEmployment.person': kinds('person'),
  'SwEmployment.workerName': kinds('name'),
  'SwCompany.employments': kinds('employment'),
  'SwCompany.placements': kinds('placement'),
  'Placement.agreement': kinds('agreement'),
  'Agreement.person': kinds('person'),
  GroupOrder: kinds('agreement'),
  GroupOrderPlace: kinds('agreement'),
  GroupOrderConnection: kinds('agreement'),
  'GroupOrder.places': kinds('agreement'),
  'Agreement.groupOrder': kinds('agreement'),
  'Query.groupOrder': kinds('agreement'),
  'Query.groupOrders': kinds('agreement'),
  AgreementFinance: kinds('finance'),
  FinanceRecalculation: kinds('finance'),
  'Agreement.finance': kinds('finance'),
  'Agreement.financeRecalculation': kinds('finance'),
  'Terms.finance': kinds('finance'),
  'Offer.person': kinds('person'),
  'Task.person': kinds('person'),
  'Offer.representative': kinds('representation'),
  'WorkerStep.representative': kinds('representation'),
  'WorkerStep.alsoDecided': kinds('representation'),
  'Query.person': kinds('person'),
  'Query.personByBsn': kinds('person', 'bsn'),
  'Query.clients': kinds('person'),
  'Query.applications': kinds('application'),
  'Query.tasks': kinds('task'),
  'Query.agreement': kinds('agreement'),
  'Query.agreements': kinds('agreement'),
  'Query.workplaceOptions': kinds('option'),
  'Query.candidateOptions': kinds('option'),
  'Query.swStatistics': FIGURES,
  'Query.trajectoryStatistics': FIGURES,
  'Query.agreementStatistics': FIGURES,
  'Query.labourYearForecast': FIGURES,
  'Query.applicationStatistics': FIGURES,
  'Query.me': ANYBODY,
  'Query.businessDate': ANYBODY,
  'Query.municipalities': ANYBODY,
  'Query.policyComparison': ANYBODY,
  'Query.swCompanies': ANYBODY,
  'Query.swCompany': ANYBODY,
  'Query.municipality': ANYBODY,
};

/** Arguments and inputs that pick by a guarded field, and the field: who may not read it may not pick by it either. */
export const FILTERS: Readonly<Record<string, string>> = {
  'Query.personByBsn.bsn': 'Person/bsn',
  'ClientFilter.municipality': 'Person/residence',
  'ClientFilter.search': 'Person/name',
  'AgreementFilter.person': 'Agreement/person',
};

/** The word of the register for each kind of data. */
export const GROUPS: Readonly<Record<Kind | 'negotiation', string>> = {
  person: 'persons', bsn: 'bsn', name: 'names', birth: 'birth-date', residence: 'residence', representation: 'representation', application: 'applications',
  benefit: 'benefits', debt: 'debts', indication: 'indications', category: 'disability-category', adaptation: 'adaptations', trajectory: 'trajectories',
  employment: 'employments', placement: 'placements', offer: 'offers', agreement: 'agreements', finance: 'finance', option: 'options', task: 'tasks', access: 'access-log', 'debt delivery': 'debt-delivery',
  negotiation: 'negotiation',
};

/** All commands are of the negotiation. */
export function expectedAt(place: string): Expected | undefined {
  return place.startsWith('Mutation.') ? COMMAND : PLACES[place];
}
