/** Agreements for the bench, made through the API as people make them: some wait for an answer, some are signed and carried out. */
import { Client } from 'pg';
import { businessDateFile } from '../../../local/settings.js';
import * as deed from '../../../local/demo/deeds.js';
import { DEVELOPMENT_FEDERATION_KEY } from '../../../local/development-keys.js';
import type { AgreementView } from '../../../local/demo/answers.js';
import { GraphClient, signIn } from '../../../local/demo/graph-client.js';
import { eventually } from '../../../local/demo/world.js';
import { type FixedWorker, scenarioWorkers } from '../../../local/population/fixed-people.js';
import { scenarioWorkplaces } from '../../../local/population/fixed-workplaces.js';
import type { RunningStack } from '../../../local/stack.js';
import { readFileSync } from 'node:fs';
import { pseudonymOf } from '#kernel/pseudonym.js';

const TERMS: deed.TermsGiven = { workForm: 'SECONDMENT_INDIVIDUAL', from: '2014-04-01', hoursPerWeek: '24', secondmentFeePerHour: '5.50', supervisionHoursPerWeek: '3' };
const WAITING = 8;
const SIGNED = 3;

export const personOf = ({ bsn }: Pick<FixedWorker, 'bsn'>): string => pseudonymOf(Buffer.from(DEVELOPMENT_FEDERATION_KEY, 'base64url'), bsn);

interface Desk {
  readonly caseWorker: GraphClient;
  readonly leiden: GraphClient;
  readonly zoetermeer: GraphClient;
  readonly today: string;
}

export async function seedAgreements(stack: RunningStack): Promise<void> {
  const as = async (user: string): Promise<GraphClient> => new GraphClient(stack.url, await signIn(stack.issuerUrl, user, 'wsw'));
  const today = readFileSync(businessDateFile(stack.settings), 'utf8').trim();
  const desk: Desk = { caseWorker: await as('case-worker'), leiden: await as('placement-leiden'), zoetermeer: await as('placement-zoetermeer-rijswijk'), today };
  for (let turn = 0; turn < WAITING + SIGNED; turn += 1) {
    const proposed = await propose(desk, turn);
    if (turn >= WAITING) await sign(desk, proposed);
  }
  await onTheFirstPage(stack.adminUrl('sw-leiden'));
}

async function propose({ caseWorker, today }: Desk, turn: number): Promise<AgreementView> {
  const worker = scenarioWorkers[turn]!;
  const workplace = scenarioWorkplaces[turn]!;
  const place = `${workplace.company}:W:${workplace.number}`;
  const offer = deed.recorded(await deed.recordOffer(caseWorker, personOf(worker), [place], today));
  deed.recorded(await deed.recordChoice(caseWorker, offer.id, place, today));
  return deed.agreed(await deed.propose(caseWorker, offer.id, TERMS));
}

async function sign({ caseWorker, leiden, zoetermeer, today }: Desk, { id, version, terms: { hash } }: AgreementView): Promise<void> {
  const accepted = deed.agreed(await deed.accept(leiden, { id, version }, hash));
  deed.agreed(await deed.accept(zoetermeer, accepted, hash));
  const agreed = await standing(caseWorker, id, 'AGREED');
  const informed = deed.agreed(await deed.inform(caseWorker, { id, version: agreed.version }, today));
  deed.agreed(await deed.workerDecides(caseWorker, informed, 'AGREED', today));
  await standing(caseWorker, id, 'SIGNED');
}

function standing(caseWorker: GraphClient, id: string, state: string): Promise<{ version: number; state: string }> {
  const ask = async (): Promise<{ version: number; state: string }> => {
    const { data } = await caseWorker.query<{ agreement: { version: number; state: string } }>('query Standing($id: ID!) { agreement(id: $id) { version state } }', { id });
    if (!data) throw new Error('an agreement of the bench is gone');
    return data.agreement;
  };
  return eventually(ask, (one) => one.state === state, `agreement in ${state}`);
}

/** The signed ones begin in a month and stand at the end of the list; the measured page is today's first. */
async function onTheFirstPage(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('update plaatsing set plnr = row.place, ingdat = 20140301 from (select plnr as own, row_number() over (order by plnr) as place from plaatsing where afspraak is not null) row where plnr = row.own');
  await client.end();
}
