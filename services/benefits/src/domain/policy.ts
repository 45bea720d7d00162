/**
 * Which persons a viewer may see, and who may see figures. The store puts the scope in its SQL; nothing reads without one.
 * Wsw art. 15 and AVG art. 5(1)(b): only who carries out the task for the college of residence, and only for a named purpose;
 * Wgs art. 8: debt help stays inside social services, so that no sw company's viewer ever has a scope here.
 */
import { type AuthorityLine, linesOn, municipalitiesOf } from '#kernel/authority.js';
import type { Viewer } from '#kernel/viewer.js';

/** A rule of the authority register: `actingBody` acts for `principal` in `role`, `until` included. */
export interface Mandate extends AuthorityLine {
  readonly from: string;
  readonly until: string | null;
}

/** A purpose (doelbinding) of the register of activities and the roles that may name it. */
export interface PurposeRule {
  readonly code: string;
  readonly roles: readonly string[];
}

export interface PolicyRegisters {
  readonly mandates: readonly Mandate[];
  readonly purposes: readonly PurposeRule[];
}

export type PersonScope =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'own'; readonly person: string }
  /** Persons who live in one of these municipalities (four-digit codes) on the business date. */
  | { readonly kind: 'residents'; readonly municipalities: readonly string[] };

export const NOTHING: PersonScope = { kind: 'nothing' };

/** Wgs art. 8: the delivery of debt help to the CBS (DDAS). */
const DEBT_DELIVERY = 'levering-ddas';
const FIGURE_ROLES = ['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL', 'CASE_WORKER'] as const;

/** Without a purpose that the viewer's role may name the scope is empty, whatever the gateway let through. */
export function personScope(viewer: Viewer, registers: PolicyRegisters, on: string): PersonScope {
  const mayActAs = (role: string) => actsAs(viewer, registers, role);
  // For the delivery to the CBS nobody is looked up as a resident.
  if (viewer.purpose === DEBT_DELIVERY) return NOTHING;
  if (mayActAs('CASE_WORKER')) return residentsOf(viewer, registers.mandates, on);
  if (mayActAs('WORKER')) return { kind: 'own', person: viewer.subject };
  return NOTHING;
}

/** The municipalities whose debt trajectories a viewer may deliver to the CBS: those that his body acts for, and for no other purpose. */
export function debtDeliveryScope(viewer: Viewer, registers: PolicyRegisters, on: string): readonly string[] {
  if (viewer.purpose !== DEBT_DELIVERY || !actsAs(viewer, registers, 'CASE_WORKER')) return [];
  return municipalitiesOf(linesOn(registers.mandates, on), viewer.body);
}

function actsAs(viewer: Viewer, { purposes }: PolicyRegisters, role: string): boolean {
  return viewer.roles.some((one) => one === role) && isOpenTo(purposes, viewer.purpose, role);
}

function isOpenTo(purposes: readonly PurposeRule[], purpose: string | null, role: string): boolean {
  return purposes.some((one) => one.code === purpose && one.roles.includes(role));
}

/** Debts, and who asked for help with them, are read for debt help, or by the person himself (Wgs art. 8; AVG art. 15); not to place somebody in work. */
export function maySeeDebts(viewer: Viewer): boolean {
  return viewer.purpose === 'schuldhulp' || viewer.purpose === 'inzage';
}

function residentsOf(viewer: Viewer, mandates: readonly Mandate[], on: string): PersonScope {
  const municipalities = municipalitiesOf(linesOn(mandates, on), viewer.body);
  return municipalities.length === 0 ? NOTHING : { kind: 'residents', municipalities };
}

/** Figures are aggregates under disclosure control, never a person. */
export function maySeeFigures(viewer: Viewer): boolean {
  return FIGURE_ROLES.some((role) => viewer.roles.includes(role));
}
