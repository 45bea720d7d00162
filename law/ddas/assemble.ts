/** DDAS v1.0: one trajectory as the file has it, out of what the system of debt help knows. What is not known is left out, never filled in. */
import { Big } from 'big.js';
import { CREDITOR_KINDS, DECISIONS, GUIDANCE, type GuidanceKind, keysOf, MEASURES, OUTFLOWS, PHASES, SOLUTIONS } from './codes.js';
import type { DebtFacts, DebtHelpClient, DebtHelpFacts, DebtHelpPeriod } from './facts.js';

export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
type Loose = Readonly<Record<string, Json | null | undefined>>;

/** CBS code as the model's examples write it. */
export const municipalityCode = (code: string): string => `GM${code}`;

export function trajectoryRecord(facts: DebtHelpFacts): Readonly<Record<string, Json>> {
  return known({
    gemeentecode: municipalityCode(facts.municipality),
    startdatum: facts.appliedOn,
    einddatum: facts.until,
    toekenningsdatum: facts.settlementGrantedOn,
    totaalSchuldbedragBijAanvangSchuld: wholeEuros(facts.totalDebt),
    client: facts.clients.map(clientRecord),
    ...phaseRecords(facts),
    ...measureRecords(facts.periods),
    schulden: unlessEmpty(facts.debts.map(debtRecord)),
    uitstroom: unlessBare({ datum: facts.outflowOn, reden: facts.outflowReason && OUTFLOWS[facts.outflowReason], datumBeeindigingsbeschikking: facts.outflowOn }),
  });
}

/** The sex is held by no register here; the number and the birth date say who it is, so the address stays out (AVG art. 5(1)(c)). */
function clientRecord({ bsn, birthDate }: DebtHelpClient): Json {
  return { Burgerservicenummer: bsn, Geboortedatum: birthDate, Geslachtsaanduiding: 'Onbekend' };
}

function phaseRecords(facts: DebtHelpFacts): Loose {
  const lasted = (kind: keyof typeof PHASES | 'INFORMATION'): Loose => spanOf(facts.periods.find((one) => one.kind === kind));
  return {
    [PHASES.REGISTRATION]: unlessBare({ startdatum: facts.appliedOn, ...lasted('REGISTRATION'), crisisinterventie: facts.threatened }),
    [PHASES.INTAKE]: unlessBare({ ...lasted('INTAKE'), beschikkingsdatum: facts.decidedOn, beschikkingssoort: facts.decision && DECISIONS[facts.decision] }),
    planVanAanpak: unlessBare({ datumAfronding: facts.planOn }),
    [PHASES.STABILISATION]: unlessBare(lasted('STABILISATION')),
    schuldregeling: settlementRecord(facts),
    [PHASES.SOLUTION]: unlessBare({ ...lasted('SOLUTION'), soort: facts.solution && SOLUTIONS[facts.solution], vtlb: wholeEuros(facts.freeAmount) }),
    [PHASES.AFTERCARE]: unlessBare(lasted('AFTERCARE')),
    informatieEnAdvies: unlessBare(lasted('INFORMATION')),
  };
}

function settlementRecord(facts: DebtHelpFacts): Json | null {
  return unlessBare({
    datum: facts.settlementFiledOn,
    toegekend: facts.settlementGrantedOn,
    afgewezen: facts.settlementRefusedOn,
    ingetrokken: facts.settlementWithdrawnOn,
    dwangakkoord: facts.forcedSettlement,
    datumVerzoekDwangakkoord: facts.forcedSettlementAskedOn,
  });
}

function measureRecords(periods: readonly DebtHelpPeriod[]): Loose {
  const isGuidance = (kind: string): kind is GuidanceKind => Object.hasOwn(GUIDANCE, kind);
  const guidance = periods.flatMap((one) => (isGuidance(one.kind) ? [known({ ...spanOf(one), soort: GUIDANCE[one.kind] })] : []));
  const measures = keysOf(MEASURES).map((kind) => {
    const taken = periods.filter((one) => one.kind === kind).map((one) => known({ ...spanOf(one), ...courtOf(one) }));
    return [MEASURES[kind], unlessEmpty(taken)] as const;
  });
  return { begeleiding: unlessEmpty(guidance), ...Object.fromEntries(measures) };
}

/** A court is asked for a moratorium and for nothing else. */
function courtOf({ kind, askedOn, approvedOn }: DebtHelpPeriod): Loose {
  return kind === 'MORATORIUM' ? { datumAanvraag: askedOn, datumGoedkeuring: approvedOn } : {};
}

/** Of a creditor who is a person nothing is told but that (AVG art. 5(1)(c)). */
function debtRecord({ amount, assessedOn, kind, business, privateCreditor, creditorName, creditorChamberNumber }: DebtFacts): Json {
  const firm = privateCreditor ? {} : { naam: creditorName, KVKnummer: creditorChamberNumber };
  return known({ bedrag: wholeEuros(amount), peildatum: assessedOn, schuldsoort: CREDITOR_KINDS[kind], zakelijkeSchuld: business, schuldeiser: known({ ...firm, privepersoon: privateCreditor }) });
}

/** Half up: the model asks whole euros and says no more. */
function wholeEuros(amount: string | null): number | null {
  return amount === null ? null : new Big(amount).round(0, Big.roundHalfUp).toNumber();
}

function spanOf(period: DebtHelpPeriod | undefined): Loose {
  return period ? known({ startdatum: period.from, einddatum: period.until }) : {};
}

function known(loose: Loose): Record<string, Json> {
  return Object.fromEntries(Object.entries(loose).filter((entry): entry is [string, Json] => entry[1] !== null && entry[1] !== undefined));
}

function unlessBare(loose: Loose): Record<string, Json> | null {
  const told = known(loose);
  return Object.keys(told).length === 0 ? null : told;
}

function unlessEmpty(rows: readonly Json[]): readonly Json[] | null {
  return rows.length === 0 ? null : rows;
}
