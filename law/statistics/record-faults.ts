/** Regeling uitvoering sw en begeleid werken, annex to art. 11: every mistake of one record at once, fields first, then the rules over several fields. */
import { judgeFields, type FieldFault, type KnownFacts, type Values } from './field-faults.js';
import type { RecordFault } from './record-fault.js';
import { DATE_RULES } from './rules/dates.js';
import { INDICATION_RULES } from './rules/indication.js';
import { OUTFLOW_RULES } from './rules/outflow.js';
import type { RecordRule } from './rules/rule.js';
import { WAITING_LIST_RULES } from './rules/waiting-list.js';
import { WORK_RULES } from './rules/work.js';
import type { Layout } from './wsw-field.js';
import type { WswRecord } from './wsw-record.js';

export const RECORD_RULES: readonly RecordRule[] = [...DATE_RULES, ...INDICATION_RULES, ...WAITING_LIST_RULES, ...WORK_RULES, ...OUTFLOW_RULES];

/** The faults of a record by itself; `record` in them is 0. */
export function recordFaults(layout: Layout, record: WswRecord, known: KnownFacts = {}): RecordFault[] {
  return judgeRecord(layout, record, known).faults.map((fault) => ({ record: 0, ...fault }));
}

/** `sound`: no field is wrong by itself, so that the record can be held against others. */
export function judgeRecord(layout: Layout, record: WswRecord, known: KnownFacts): { readonly values: Values; readonly faults: readonly FieldFault[]; readonly sound: boolean } {
  const { values, faults } = judgeFields(layout, record, known);
  const wrong = new Set(faults.map(({ field }) => field));
  if (!wrong.has('periode') && !inForce(layout, values)) faults.push({ field: 'periode', rule: 'other-layout', text: `De indeling van ${layout.name} geldt niet voor dit halfjaar.` });
  const sound = faults.length === 0;
  const broken = rulesOf(layout).filter((rule) => !rule.reads.some((field) => wrong.has(field)) && rule.broken(values));
  return { values, faults: [...faults, ...broken.map(({ name, field, text }) => ({ field, rule: name, text }))], sound };
}

function inForce({ from, until }: Layout, { periode }: Values): boolean {
  return Number(periode) >= from && Number(periode) <= until;
}

const rulesByLayout = new Map<Layout, readonly RecordRule[]>();

function rulesOf(layout: Layout): readonly RecordRule[] {
  const known = rulesByLayout.get(layout);
  if (known) return known;
  const has = new Set(layout.fields.map(({ name }) => name));
  const rules = RECORD_RULES.filter(({ reads, only }) => (only === undefined || only === layout.name) && reads.every((field) => has.has(field)));
  rulesByLayout.set(layout, rules);
  return rules;
}
