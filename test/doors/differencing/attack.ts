/**
 * The differencing attacker: he asks for figures in every way the schema allows, puts all answers about one population together, and
 * tries to tell the size of a small group or an attribute of everybody in it. What he could not tell is judged with the truth.
 */
import { Random } from '../../faults/random.js';
import { linearSystem } from './linear.js';
import { questionsOf, shuffled, type Question } from './questions.js';
import { type Known, nameOf, type PublishedRule, Reader, type Row } from './reader.js';
import type { Member, Topic } from './topics.js';
import { judge, type SingledOut, TrueCounts, CHANGE_WINDOW, WINDOW } from './verdict.js';

export interface Target {
  readonly topic: Topic;
  /** Days to ask for; null: without a day. */
  readonly days: readonly (string | null)[];
  /** Which day an answer without one is about. */
  readonly standardDay: string;
  /** The true persons counted on a day. */
  membersOn(day: string): Promise<readonly Member[]>;
}

export interface Attack {
  readonly targets: readonly Target[];
  /** The rows of an answer; null when it was refused. */
  ask(question: Question): Promise<readonly Row[] | null>;
  readonly rule: PublishedRule;
  readonly queries: number;
  readonly seed: number;
  /** Small groups per population for which the whole system of answers is solved. */
  readonly solved: number;
  readonly say: (line: string) => void;
}

export interface Outcome {
  readonly asked: number;
  readonly answered: number;
  readonly populations: number;
  readonly smallGroups: number;
  readonly systemsSolved: number;
  readonly narrowest: number;
  readonly singledOut: readonly SingledOut[];
}

const AT_ONCE = 4;
/** More unknowns than this are left to the bounds alone. */
const MOST_UNKNOWNS = 2_000;
const HALF_YEAR_END: Readonly<Record<string, string>> = { '1': '06-30', '2': '12-31' };

interface Population {
  readonly name: string;
  readonly target: Target;
  readonly day: string;
  readonly reader: Reader;
}

export async function attack({ targets, ask, rule, queries, seed, solved, say }: Attack): Promise<Outcome> {
  const random = new Random(seed);
  const populations = new Map<string, Population>();
  let answered = 0;
  const questions = await chosenQuestions(targets, queries, random);
  for (let at = 0; at < questions.length; at += AT_ONCE) {
    const some = questions.slice(at, at + AT_ONCE);
    const answers = await Promise.all(some.map(({ question }) => ask(question)));
    for (const [index, { target, question }] of some.entries()) {
      const rows = answers[index] ?? null;
      if (rows !== null) answered += 1;
      for (const [day, own] of byDay(target, question, rows ?? [])) populationOf(populations, target, day, rule).reader.learn(question, own);
    }
    if (at % 1_000 === 0 && at > 0) say(`${at} questions asked, ${answered} answered`);
  }
  const verdicts = [];
  for (const population of populations.values()) verdicts.push(await judged(population, solved, random));
  const changes = await flows([...populations.values()]);
  return {
    asked: questions.length,
    answered,
    populations: populations.size,
    smallGroups: verdicts.reduce((sum, one) => sum + one.smallGroups, 0),
    systemsSolved: verdicts.reduce((sum, one) => sum + one.solved, 0),
    narrowest: Math.min(...verdicts.map((one) => one.narrowest)),
    singledOut: [...verdicts.flatMap((one) => one.singledOut), ...changes],
  };
}

/** As many as were asked for, of every topic its share; whole tables first, because they say who is not there. */
async function chosenQuestions(targets: readonly Target[], queries: number, random: Random): Promise<{ target: Target; question: Question }[]> {
  const next = (): number => random.next();
  const perTarget = await Promise.all(targets.map(async (target) => {
    const all = questionsOf(target.topic, await target.membersOn(target.standardDay), target.days, next);
    return all.sort((one, other) => Object.keys(one.where).length - Object.keys(other.where).length).map((question) => ({ target, question }));
  }));
  const most = Math.max(...perTarget.map((list) => list.length));
  const inTurn = Array.from({ length: most }, (_, index) => perTarget.flatMap((list) => list.slice(index, index + 1))).flat();
  return shuffled(inTurn.slice(0, queries), next);
}

function byDay({ topic, standardDay }: Target, { on, byPeriod }: Question, rows: readonly Row[]): Map<string, Row[]> {
  const days = new Map<string, Row[]>();
  for (const { key, count } of rows) {
    const [period = '', ...rest] = key;
    const day = byPeriod ? `${period.slice(0, 4)}-${HALF_YEAR_END[period.slice(-1)] ?? ''}` : (on ?? standardDay);
    days.set(day, [...(days.get(day) ?? []), { key: byPeriod && topic.hasDay ? rest : key, count }]);
  }
  return days;
}

function populationOf(populations: Map<string, Population>, target: Target, day: string, rule: PublishedRule): Population {
  const name = `${target.topic.field} ${day}`;
  const population = populations.get(name) ?? { name, target, day, reader: new Reader(rule) };
  populations.set(name, population);
  return population;
}

async function judged({ name, target, day, reader }: Population, solved: number, random: Random) {
  const heard = reader.heard().map((one) => ({ ...one }));
  const known = reader.conclude();
  const truth = new TrueCounts(await target.membersOn(day));
  const verdict = judge(name, target.topic, reader, known, truth);
  const small = known.filter(({ group }) => truth.of(group) >= 1 && truth.of(group) < 10);
  const chosen = shuffled(small, () => random.next()).slice(0, solved);
  const system = chosen.length > 0 ? await linearSystem(target.topic, reader, heard, MOST_UNKNOWNS) : null;
  const exact = system === null ? [] : chosen.map((one) => ({ one, ...system.solve(one.group) }));
  const told = exact.filter(({ low, high }) => high - low + 1 < WINDOW).map(({ one, low, high }) => ({ population: name, group: one.group, persons: truth.of(one.group), how: `all answers together: between ${low} and ${high}` }));
  const narrowest = Math.min(verdict.narrowest, ...exact.map(({ low, high }) => high - low + 1));
  return { ...verdict, singledOut: [...verdict.singledOut, ...told], narrowest, solved: exact.length };
}

/** Of one day minus another: groups that one to nine persons entered or left, of which the reader knows how many on balance. */
async function flows(populations: readonly Population[]): Promise<SingledOut[]> {
  const found: SingledOut[] = [];
  const dated = populations.filter(({ target }) => target.topic.hasDay).sort((one, other) => (one.day < other.day ? -1 : 1));
  for (const [index, later] of dated.entries()) {
    const earlier = dated[index - 1];
    if (!earlier) continue;
    const [before, after] = [new TrueCounts(await earlier.target.membersOn(earlier.day)), new TrueCounts(await later.target.membersOn(later.day))];
    found.push(...later.reader.conclude().flatMap((one) => changeOf(one, earlier, before.of(one.group), after.of(one.group), later)));
  }
  return found;
}

function changeOf(one: Known, earlier: Population, before: number, after: number, later: Population): SingledOut[] {
  const then = earlier.reader.known(one.group);
  const persons = Math.abs(after - before);
  if (!then || persons === 0 || persons > 9) return [];
  const [low, high] = [one.low - then.high, one.high - then.low];
  return high - low + 1 < CHANGE_WINDOW ? [{ population: `${earlier.name} to ${later.day}`, group: one.group, persons, how: `${nameOf(one.group)} changed by ${low} to ${high}` }] : [];
}

export function toldOutcome({ asked, answered, populations, smallGroups, systemsSolved, narrowest, singledOut }: Outcome): string {
  const counts = `${asked} questions asked, ${answered} answered, ${populations} populations, ${smallGroups} groups of 1 to 9 persons looked at, ${systemsSolved} of them by solving all answers together`;
  return `${counts}; the closest that one could be told: ${narrowest} values; persons singled out: ${singledOut.reduce((sum, one) => sum + one.persons, 0)}`;
}
