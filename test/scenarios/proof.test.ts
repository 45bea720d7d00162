/** What can be shown afterwards, on a running stack and with the operator's own commands: a signed agreement, and the chains of all bodies. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { AgreementView } from '../../local/demo/answers.js';
import { inRepository } from '../../local/paths.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { scenarioWorkplaces } from '../../local/population/fixed-workplaces.js';
import { databaseUrl } from '../../local/postgres.js';
import { SERVICES } from '../../local/services.js';
import { postgresPort, readStackSettings } from '../../local/settings.js';
import { Negotiation, openDesk } from '../kit/negotiation.js';
import { serviceUrl } from '../kit/stack.js';
import { SYSTEM_DOOR } from '../kit/system-door.js';

const settings = readStackSettings(process.env);
const WORKER = scenarioWorkers[4]!;
const PLACE = scenarioWorkplaces[4]!;
/** Two for each service, one after the other, also on a machine that has other work. */
const TEN_PROCESSES_MS = 240_000;

let folder: string;
let talks: Negotiation;
let signed: AgreementView;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schakel-proof-'));
  talks = new Negotiation(await openDesk());
  signed = await talks.signed(WORKER, PLACE);
});
afterAll(async () => {
  await talks.declined(signed);
  rmSync(folder, { recursive: true });
});

/** As `npm run` does it. */
function run(command: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [inRepository('dist', 'local', `${command}.js`), ...args], { env: process.env }, (_error, stdout, stderr) => resolve({ code: child.exitCode, output: stdout + stderr }));
  });
}

describe('a signed agreement', () => {
  it('is exported, and found genuine with the keys that the bodies themselves show', async () => {
    const file = join(folder, 'agreement.json');
    expect((await run('agreement-export', signed.id, file)).code).toBe(0);
    const sets = await Promise.all(SERVICES.map(async ({ name }) => (await (await fetch(`${serviceUrl(name)}/.well-known/jwks.json`)).json()) as { keys: object[] }));
    const keys = join(folder, 'keys.json');
    writeFileSync(keys, JSON.stringify({ keys: sets.flatMap((set) => set.keys) }));
    expect(readFileSync(keys, 'utf8')).not.toMatch(/"d":/);
    const { code, output } = await run('agreement-verify', file, '--keys', keys);
    expect(output).toMatch(new RegExp(`agreement ${signed.id}: SIGNED[^]*RECEIVING_COMPANY[^]*GENUINE: `));
    expect(code).toBe(0);
  });

  it('is not genuine when a word of it is another, nor under the keys of strangers', async () => {
    const file = join(folder, 'agreement.json');
    const altered = join(folder, 'altered.json');
    writeFileSync(altered, readFileSync(file, 'utf8').replaceAll('"hoursPerWeek":"24"', '"hoursPerWeek":"25"'));
    const { code, output } = await run('agreement-verify', altered);
    expect(output).toMatch(/^NOT GENUINE:[^]*seal of reintegration[^]*hash does not fit the terms/);
    expect(code).toBe(1);
    const strangers = join(folder, 'strangers.json');
    writeFileSync(strangers, JSON.stringify({ keys: [] }));
    expect(await run('agreement-verify', file, '--keys', strangers)).toMatchObject({ code: 1, output: expect.stringMatching(/^NOT GENUINE/) });
  });

  it('is asked for by its id, and what does not exist is said', async () => {
    expect(await run('agreement-verify', signed.id)).toMatchObject({ code: 0 });
    expect(await run('agreement-export', '00000000-0000-4000-8000-000000000000')).toMatchObject({ code: 1, output: expect.stringMatching(/there is no agreement/) });
    expect(await run('agreement-export', 'nonsense')).toMatchObject({ code: 1, output: expect.stringMatching(/"nonsense" is not the id of an agreement\nusage: npm run agreement:export/) });
  });

  it('is not judged by a file that holds no public keys, which is said in a sentence', async () => {
    const file = join(folder, 'agreement.json');
    expect(await run('agreement-verify', file, '--keys', file)).toMatchObject({ code: 1, output: expect.stringMatching(/^\S+ holds no public keys: .*\n$/) });
  });
});

describe('the audit chains of all bodies', () => {
  it('are clean, each against the heads that the others keep', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const { code, output } = await run('audit-verify');
    expect(output.split('\n').slice(0, SERVICES.length)).toEqual(SERVICES.map(({ name }) => expect.stringMatching(new RegExp(`^${name} +rows +\\d+ .* kept elsewhere +[1-9]\\d* +clean$`))));
    expect(code).toBe(0);
  }, TEN_PROCESSES_MS);

  it('show an end that the owner of a database cut off together with the head, by what the others were told', async () => {
    const owner = new Client({ connectionString: databaseUrl(settings.dataDir, postgresPort(settings), 'sw_leiden', 'owner'), options: SYSTEM_DOOR });
    await owner.connect();
    try {
      await owner.query('create table kept as select * from audit where seq > (select seq - 2 from audit_head)');
      const [last] = (await owner.query<{ seq: string }>('select max(seq)::text as seq from kept')).rows;
      await owner.query('with gone as (delete from audit where seq in (select seq from kept)) update audit_head h set seq = h.seq - 2, hash = (select hash from audit where audit.seq = h.seq - 2)');
      const { code, output } = await run('audit-verify', '--body', 'sw-leiden');
      expect(output).toMatch(new RegExp(`^sw-leiden .* FAULTS \\d+$[^]*^  sw-leiden, row ${last!.seq}: is gone: (benefits|reintegration|sw-\\S+) was told of this row$`, 'm'));
      expect(code).toBe(1);
    } finally {
      await owner.query('insert into audit select * from kept');
      await owner.query('update audit_head set (seq, hash) = (select seq, hash from kept order by seq desc limit 1)');
      await owner.query('drop table kept');
      await owner.end();
    }
    expect(await run('audit-verify', '--body', 'sw-leiden')).toMatchObject({ code: 0 });
  }, TEN_PROCESSES_MS);
});
