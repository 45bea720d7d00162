// A line in the log of processings for every worker whose data a question or a command touched, and for nobody else
// (Logboek dataverwerkingen; AVG art. 5 lid 2): also where the worker himself was not asked for.
import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { Viewer } from '#kernel/viewer.js';
import type { CompanyBench } from './bench.js';

type Bench = () => CompanyBench;

interface Line {
  readonly subject: string;
  readonly name: string;
}

export function loggingRules(bench: Bench): void {
  questionRules(bench);
  commandRules(bench);
}

function questionRules(bench: Bench): void {
  it('as many workers as a page of them shows, and not the row behind the page', async () => {
    expect(await linesOf(bench(), bench().officer(), 'employments(first: 2) { totalCount nodes { id } }')).toHaveLength(2);
    const everybody = await linesOf(bench(), bench().officer(), 'employments(first: 200) { totalCount }');
    expect(everybody.map((one) => one.subject).sort()).toEqual(pseudonyms(bench(), bench().subject.employments.map((one) => one.bsn)));
  });

  it('the workers of placements, whether or not they were asked for, and nobody of whom the viewer is shown nothing', async () => {
    const bare = await linesOf(bench(), bench().officer(), 'placements(first: 200, filter: { status: ACTIVE }) { totalCount }');
    const named = await linesOf(bench(), bench().officer(), 'placements(first: 200, filter: { status: ACTIVE }) { nodes { employment { workerName { full } } } }');
    expect(bare.length).toBeGreaterThan(0);
    expect(bare.map((one) => one.subject).sort()).toEqual(named.map((one) => one.subject).sort());
    expect(await linesOf(bench(), bench().viewer(['POLICY_OFFICER'], 'gm-0603'), 'employments(first: 200) { totalCount } placements(first: 200) { totalCount }')).toEqual([]);
  });

  it('nobody for figures and places', async () => {
    expect(await linesOf(bench(), bench().officer(), 'workplaces(first: 200) { totalCount } labourYears(year: 2013) { total } supervisionCapacity { hoursPerWeek }')).toEqual([]);
    expect(await linesOf(bench(), bench().officer(), 'cells(by: [COMPANY]) { count }', 'reintegration')).toEqual([]);
  });
}

function commandRules(bench: Bench): void {
  it('the worker of a command, also where it names the agreement only', async () => {
    const [worker] = bench().subject.employments;
    const agreement = randomUUID();
    const [shared, unshared] = [randomUUID(), randomUUID()];
    await bench().command('share-employment', { agreement, employment: bench().id('E', worker?.id ?? ''), with: ['gm-0637'] }, { id: shared });
    await bench().command('unshare-employment', { agreement }, { id: unshared });
    const [subject] = pseudonyms(bench(), [worker?.bsn ?? '']);
    expect(await written(bench(), shared)).toEqual([{ subject, name: 'command share-employment' }]);
    expect(await written(bench(), unshared)).toEqual([{ subject, name: 'command unshare-employment' }]);
    const unknown = randomUUID();
    await bench().command('unshare-employment', { agreement: randomUUID() }, { id: unknown });
    expect(await written(bench(), unknown)).toEqual([]);
  });
}

async function linesOf(bench: CompanyBench, viewer: Viewer, fields: string, from = 'gateway'): Promise<Line[]> {
  const { requestId } = await bench.entityAnswer(viewer, 'SwCompany', bench.id('C', bench.subject.code), fields, { from });
  return written(bench, requestId);
}

function written({ parts }: CompanyBench, request: string): Promise<Line[]> {
  return parts.dataSource.query<Line[]>('select data_subject_id as subject, name from processing_log where request = $1', [request]);
}

function pseudonyms(bench: CompanyBench, bsns: readonly string[]): string[] {
  return bsns.map((bsn) => bench.parts.log.pseudonym(bench.person(bsn))).sort();
}
