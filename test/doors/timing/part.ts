/**
 * `npm run test:doors -- timing [--long]`: does the time of an answer tell whether somebody exists? Looks up somebody who is not the viewer's
 * and nobody, in turn, in an order that chance gives for each pair, and asks whether the two samples differ. Never a test: a busy machine
 * is no fault.
 */
import type { Viewer } from '#kernel/viewer.js';
import { residenceOf } from '../../../local/population/model.js';
import { makePopulation } from '../../../local/population/population.js';
import { scenarioWorkers } from '../../../local/population/fixed-people.js';
import { Random } from '../../faults/random.js';
import { personOf } from '../../kit/stack.js';
import { closeDoors, type Door, gatewayDoor, serviceDoor } from '../asking/doors.js';
import { viewerOf } from '../asking/people.js';
import type { DoorPart } from '../part.js';
import { type Comparison, mannWhitney } from './mann-whitney.js';

const SHORT = 200;
const LONG = 2_000;
const WARM_UP = 50;
/** What a run may claim (research: p above 0.01 and less than half a millisecond). */
const LEAST_P = 0.01;
const WIDEST_GAP_MS = 0.5;

interface LookUp {
  readonly name: string;
  readonly door: Door;
  readonly viewer: Viewer;
  readonly query: string;
  /** Of people who exist and may not be seen, and of nobody: a new one each time, so that no cache decides. */
  readonly hidden: readonly string[];
  readonly absent: readonly string[];
}

const BY_NUMBER = 'query L($key: BSN!) { personByBsn(bsn: $key) { id } }';
const BY_ID = 'query L($key: ID!) { person(id: $key) { id name { full } } }';
const ENTITY = 'query L($key: [_Any!]!) { _entities(representations: $key) { ... on Person { bsn name { full } } } }';

export const timing: DoorPart = async ({ long, seed, count, say }) => {
  const pairs = count ?? (long ? LONG : SHORT);
  const found: [string, Comparison][] = [];
  for (const one of lookUps()) {
    found.push([one.name, await compare(one, pairs, new Random(seed))]);
    say(`${one.name}: done`);
  }
  await closeDoors();
  const figures = Object.fromEntries(found.map(([name, { p, medianGap }]) => [name, `p ${p.toFixed(3)}, medians ${medianGap.toFixed(3)} ms apart`]));
  const telling = found.filter(([, { p, medianGap }]) => p < LEAST_P && Math.abs(medianGap) > WIDEST_GAP_MS).map(([name, { p, medianGap }]) => `${name}: the time tells (p ${p.toExponential(1)}, ${medianGap.toFixed(3)} ms)`);
  return { name: 'timing', figures: { 'pairs each': pairs, ...figures }, violations: telling };
};

function lookUps(): LookUp[] {
  const workers = makePopulation().companies.leiden.workers.filter(({ person }) => residenceOf(person) === '0626');
  const known = [...scenarioWorkers.map(({ bsn }) => bsn), ...workers.map(({ person }) => person.bsn)];
  const nobody = unknownNumbers(known.length);
  const officer = viewerOf('PLACEMENT_OFFICER', 'sw-wassenaar', 'wsw');
  const stranger = viewerOf('CASE_WORKER', 'gm-0637', 'wsw');
  const byId = { hidden: known.map(personOf), absent: nobody.map(personOf) };
  const entity = (id: string): string => JSON.stringify([{ __typename: 'Person', id }]);
  return [
    { name: 'gateway, by number, an officer of another firm', door: gatewayDoor, viewer: officer, query: BY_NUMBER, hidden: known, absent: nobody },
    { name: 'gateway, by id, a case worker of another municipality', door: gatewayDoor, viewer: stranger, query: BY_ID, ...byId },
    { name: 'benefits, _entities, a case worker of another municipality', door: serviceDoor('benefits'), viewer: stranger, query: ENTITY, hidden: byId.hidden.map(entity), absent: byId.absent.map(entity) },
  ];
}

/** They pass the eleven-test and belong to nobody: the numbers from 999000000 on are left free. */
function unknownNumbers(many: number): string[] {
  const passes = (number: string): boolean => [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11 === 0;
  const found: string[] = [];
  for (let number = 999_000_001; found.length < many; number += 1) if (passes(String(number))) found.push(String(number));
  return found;
}

async function compare(look: LookUp, pairs: number, random: Random): Promise<Comparison> {
  const [hidden, absent]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < pairs + WARM_UP; pair += 1) {
    const both = random.shuffled([{ keys: look.hidden, times: hidden }, { keys: look.absent, times: absent }]);
    for (const { keys, times } of both) {
      const key = random.pick(keys);
      const { ms } = await look.door.ask(look.viewer, look.query, { key: key.startsWith('[') ? JSON.parse(key) : key });
      if (pair >= WARM_UP) times.push(ms);
    }
  }
  return mannWhitney(hidden, absent);
}
