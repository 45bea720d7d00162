/** The sample population published without a stack, and with a safeguard left out: what the attacker must then find. */
import type { Cell } from '#kernel/disclosure.js';
import { ALL_SAFEGUARDS, type Safeguards } from '#kernel/disclosure/hide.js';
import { type CubeShape } from '#kernel/disclosure/lattice.js';
import { publish, type PublishedTables } from '#kernel/disclosure/publish.js';
import type { Worker } from '../../../local/population/model.js';
import { worksOn } from '../../../local/population/model.js';
import { makePopulation } from '../../../local/population/population.js';
import type { Target } from './attack.js';
import type { Question } from './questions.js';
import type { Row } from './reader.js';
import { type Member, TOPICS } from './topics.js';

/** Of these on top of what is published: counts not rounded are one of the seeded bugs. */
export interface Fault extends Safeguards {
  readonly rounding: boolean;
}

export const NO_FAULT: Fault = { ...ALL_SAFEGUARDS, rounding: true };
const DAY = '2013-12-31';
const [WORKERS] = TOPICS;

const shape: CubeShape = { dimensions: ['COMPANY', 'WORK_FORM', 'MUNICIPALITY', 'AGE_BAND', 'CATEGORY'], personal: ['WORK_FORM', 'AGE_BAND', 'CATEGORY'], depth: 3 };

export function workersTarget(): Target {
  const members = workers().map(memberOf);
  if (!WORKERS) throw new Error('no topic');
  return { topic: { ...WORKERS, hasDay: false }, days: [null], standardDay: DAY, membersOn: () => Promise.resolve(members) };
}

/** A source that publishes with this fault. */
export function faultySource(target: readonly Member[], fault: Fault): (question: Question) => Promise<readonly Row[] | null> {
  const cells: Cell[] = target.map((member) => ({ key: shape.dimensions.map((one) => member[one] ?? ''), count: 1 }));
  const tables: PublishedTables = publish(cells, shape, fault);
  return ({ by, where }) => {
    if (new Set([...by, ...Object.keys(where)]).size > shape.depth) return Promise.resolve(null);
    const rows = tables.table(by, where).rows;
    return Promise.resolve(fault.rounding ? rows : rows.map((row) => ({ ...row, count: row.count === null ? null : exact(target, by, where, row.key) })));
  };
}

function exact(members: readonly Member[], by: readonly string[], where: Question['where'], key: readonly string[]): number {
  return members.filter((one) => by.every((dimension, index) => one[dimension] === key[index]) && Object.entries(where).every(([dimension, value]) => one[dimension] === value)).length;
}

function workers(): Worker[] {
  return Object.values(makePopulation().companies).flatMap((company) => company.workers.filter((one) => worksOn(one, DAY)));
}

function memberOf(worker: Worker): Member {
  return { COMPANY: worker.company, MUNICIPALITY: worker.payingMunicipality, WORK_FORM: worker.workForm, CATEGORY: worker.category, AGE_BAND: ageBand(worker.person.birthDate) };
}

function ageBand(birthDate: string): string {
  const age = Number(DAY.slice(0, 4)) - Number(birthDate.slice(0, 4)) - Number(birthDate.slice(5) > DAY.slice(5));
  if (age < 27) return '<27';
  if (age < 45) return '27-44';
  return age < 55 ? '45-54' : '55+';
}
