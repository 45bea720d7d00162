/**
 * A company without a live system keeps delivering files while the federation holds its workplaces: no file ever overwrites a hold,
 * and where the two tell different stories the report says so until a later file agrees (architecture, section 4; invariant I1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementView, Outcome } from '../../local/demo/answers.js';
import { untilAgreed } from '../../local/demo/chapters/steps.js';
import * as deed from '../../local/demo/deeds.js';
import { commandId } from '../../local/demo/graph-client.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { fileNamed, report, rowsOf, runImport, textOf } from '../kit/imports.js';
import { as, onDate, personOf, storyWorld, today } from '../kit/stack.js';

const HELD = '3002';
const FREE = '3004';
const person = personOf(scenarioWorkers[11]!.bsn);
const good = textOf('sw-wassenaar', 'werkplekken-2014-w09.csv').trimEnd().split('\n');
const [header = '', ...places] = good;

/** The weekly file with another word about some places; null leaves the place out. */
function weeklyFile(week: string, said: Readonly<Record<string, string | null>>): string {
  const lines = places.flatMap((line) => {
    const word = said[line.split(',')[0]!];
    if (word === null) return [];
    return [word === undefined ? line : line.replace(/[A-Z]+$/, word)];
  });
  return fileNamed(`werkplekken-2014-w${week}.csv`, `${[header, ...lines].join('\n')}\n`);
}

const deliver = (week: string, said: Readonly<Record<string, string | null>>): Promise<{ code: number | null }> => onDate('2014-04-07', () => runImport('sw-wassenaar', weeklyFile(week, said)));

async function statusOf(number: string): Promise<string> {
  const query = '{ swCompany(code: "wassenaar") { workplaces(first: 200) { nodes { id status } } } }';
  interface Places { readonly swCompany: { readonly workplaces: { readonly nodes: readonly { readonly id: string; readonly status: string }[] } } }
  const { data } = await (await as('case-worker')).query<Places>(query);
  return data!.swCompany.workplaces.nodes.find(({ id }) => id === `wassenaar:W:${number}`)!.status;
}

/** What the report says of this place. */
async function discrepancies(number: string): Promise<string[]> {
  const lines = (await report('sw-wassenaar')).split('\n');
  return lines.flatMap((line) => /^\s+WORKPLACE (\S+): (\S+), since/.exec(line)?.slice(1, 3).join(' ') ?? []).filter((one) => one.startsWith(`${number} `));
}

async function agreedOnPlace(): Promise<AgreementView> {
  const world = await storyWorld();
  const { caseWorker, leiden, wassenaar } = world.as;
  const offer = deed.recorded(await deed.recordOffer(caseWorker, person, [`wassenaar:W:${HELD}`], today()));
  deed.recorded(await deed.recordChoice(caseWorker, offer.id, `wassenaar:W:${HELD}`, today()));
  const terms: deed.TermsGiven = { workForm: 'SECONDMENT_INDIVIDUAL', from: '2014-05-01', hoursPerWeek: '24', secondmentFeePerHour: '5.50', supervisionHoursPerWeek: '2' };
  const proposed = deed.agreed(await deed.propose(caseWorker, offer.id, terms));
  const byLeiden = deed.agreed(await deed.accept(leiden, proposed, proposed.terms.hash));
  return untilAgreed(world, person, deed.agreed(await deed.accept(wassenaar, byLeiden, byLeiden.terms.hash)));
}

async function withdraw({ id, version }: AgreementView): Promise<Outcome> {
  const query = 'mutation W($input: AgreementReasonInput!) { withdrawAgreement(input: $input) { __typename ... on Agreement { id state version } ... on Refusal { code message } } }';
  const input = { commandId: commandId(), id, expectedVersion: version, reason: 'Einde van deze proef.' };
  return (await (await as('case-worker')).query<{ withdrawAgreement: Outcome }>(query, { input })).data!.withdrawAgreement;
}

describe('a workplace of the arrangement that an agreement holds', () => {
  let agreement: AgreementView;
  beforeAll(async () => {
    agreement = await agreedOnPlace();
  });
  afterAll(async () => {
    const outcome = await withdraw(agreement);
    if (outcome.__typename === 'Refusal') throw new Error(`not withdrawn: ${outcome.code}`);
  });

  it('is held, and nothing is reported while the file calls it open', async () => {
    expect([agreement.state, await statusOf(HELD), await statusOf(FREE)]).toEqual(['AGREED', 'HELD', 'OPEN']);
    expect(await discrepancies(HELD)).toEqual([]);
  });

  it.each([
    ['10', 'BEZET', 'HELD_BUT_TAKEN', 'TAKEN'],
    ['11', 'GESLOTEN', 'HELD_BUT_CLOSED', 'CLOSED'],
  ])('stays held when the file of week %s says %s, and the report says %s; a place that nobody holds becomes %s', async (week, word, detail, status) => {
    expect((await deliver(week, { [HELD]: word, [FREE]: word })).code).toBe(0);
    expect([await statusOf(HELD), await statusOf(FREE)]).toEqual(['HELD', status]);
    expect(await discrepancies(HELD)).toEqual([`${HELD} ${detail}`]);
    expect(await discrepancies(FREE)).toEqual([]);
  });

  it('stays held when the file of week 12 lacks it, and the report says so', async () => {
    expect((await deliver('12', { [HELD]: null })).code).toBe(0);
    expect(await statusOf(HELD)).toBe('HELD');
    expect(await discrepancies(HELD)).toEqual([`${HELD} HELD_BUT_MISSING`]);
  });

  it('is kept by its own agreement, whatever the files said: the hold has never changed', async () => {
    expect(await rowsOf('sw-wassenaar', 'select agreement, state, terms_version from workplace_hold where workplace = $1', [HELD])).toEqual([{ agreement: agreement.id, state: 'HELD', terms_version: 1 }]);
  });

  it('is no discrepancy any more when the file of week 13 agrees, and the word about the other place counts again', async () => {
    expect((await deliver('13', {})).code).toBe(0);
    expect([await statusOf(HELD), await statusOf(FREE)]).toEqual(['HELD', 'OPEN']);
    expect(await discrepancies(HELD)).toEqual([]);
  });

  it('does not listen to a file that describes an earlier week', async () => {
    expect((await deliver('08', { [HELD]: 'GESLOTEN', [FREE]: 'GESLOTEN' })).code).toBe(0);
    expect([await statusOf(HELD), await statusOf(FREE)]).toEqual(['HELD', 'OPEN']);
    expect(await discrepancies(HELD)).toEqual([]);
  });
});
