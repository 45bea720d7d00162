/**
 * The rules of the law and of the house that any server of these questions must have, whatever its database looks like: terms, matching, who may do what.
 * They are the compiled modules of the services, loaded by path, so that both sides answer by the same rule and the bench measures the way, not the rule. Nothing that
 * reads, plans or serves is taken from the services.
 */
import { pathToFileURL } from 'node:url';
import type { Cell } from '#kernel/disclosure.js';
import type { CubeShape } from '#kernel/disclosure/lattice.js';
import type { AuthorityRule, LabourDispute, Parameter, RepresentationRule } from '#kernel/registers.js';
import type { Viewer } from '#kernel/viewer.js';
import { inRepository } from '../../../local/paths.js';

export interface TermRule {
  applicationTerm(application: object, suspensions: readonly object[], on: string, parameters: readonly Parameter[]): { lastDay: string; daysLeft: number | null; elapsed: { netDays: number } };
}
export interface ActionRule {
  availableActions(agreement: object, actor: { viewer: Viewer; matrix: readonly AuthorityRule[]; disputes: readonly LabourDispute[]; representation: readonly RepresentationRule[]; on: string; at: string }, live: object | null): string[];
}
export interface Place {
  readonly workplace: string;
  readonly fits: readonly { code: string; text: string }[];
  readonly misses: readonly { code: string; text: string }[];
  readonly travelKilometres: string | null;
}
export interface SearchRule {
  workerFacts(indication: object | null, employed: object | null, wishes: object, ground: object): object;
  rankPlaces(answers: readonly { rows: readonly object[] }[], facts: object, ground: object, first: number): { matches: readonly Place[] };
  decisiveIndication(indications: readonly object[], on: string): object | null;
  readonly NO_WISHES: object;
}
export interface TravelRule {
  travelBetween(areas: readonly object[], parameters: readonly Parameter[], on: string): unknown;
  travelTimeOn(parameters: readonly Parameter[], on: string): unknown;
  travelLimitsOn(parameters: readonly Parameter[], on: string): unknown;
}
export interface FreshRule {
  isFresh(asOf: string | null, on: string): boolean;
}
export interface FilesFreshRule {
  freshnessOf(files: { roster: string | null; workplaces: string | null }, on: string): { asOf: string | null; fresh: boolean };
}
export interface IndicationRule {
  reindicationDueOn(indication: { kind: string; validUntil: string | null }): string | null;
}
export interface HandlingRule {
  readonly HANDLING_SHAPE: CubeShape;
  readonly HANDLING_RULE: string;
}
export interface SwFiguresRule {
  readonly SW_SHAPE: CubeShape;
}
export interface QuarterRule {
  lastQuarterEnd(on: string): string;
}

export type { Cell };

function load<T>(...path: readonly string[]): Promise<T> {
  return import(pathToFileURL(inRepository('dist', 'services', ...path)).href) as Promise<T>;
}

const [terms, source, handling, actions, search, travel, indications, swFigures, files, quarters] = await Promise.all([
  load<TermRule>('benefits', 'src', 'domain', 'application-term.js'),
  load<FreshRule>('benefits', 'src', 'domain', 'source.js'),
  load<HandlingRule>('benefits', 'src', 'domain', 'application-statistics.js'),
  load<ActionRule>('reintegration', 'src', 'domain', 'available-actions.js'),
  load<SearchRule>('reintegration', 'src', 'domain', 'workplace-search.js'),
  load<TravelRule>('reintegration', 'src', 'domain', 'travel.js'),
  load<IndicationRule>('reintegration', 'src', 'domain', 'indication.js'),
  load<SwFiguresRule>('reintegration', 'src', 'domain', 'figures.js'),
  load<FilesFreshRule>('sw-wassenaar', 'src', 'domain', 'freshness.js'),
  load<QuarterRule>('shell', 'src', 'figures', 'reference-dates.js'),
]);

export const rules = { terms, source, handling, actions, search, travel, indications, swFigures, files, quarters };
