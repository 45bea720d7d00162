import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliveryText } from '#law/ddas/delivery.js';
import type { DebtHelpFacts } from '#law/ddas/facts.js';
import { inRepository } from '../paths.js';

const folder = mkdtempSync(join(tmpdir(), 'schakel-validate-ddas-'));
afterAll(() => rmSync(folder, { recursive: true }));
const FACTS: DebtHelpFacts = {
  number: '1', municipality: '1916', clients: [{ bsn: '111222333', birthDate: '1970-01-01' }], appliedOn: '2013-02-04', threatened: false, until: null, periods: [], decidedOn: null, decision: null, planOn: null,
  settlementFiledOn: null, settlementGrantedOn: null, settlementRefusedOn: null, settlementWithdrawnOn: null, forcedSettlement: null, forcedSettlementAskedOn: null, solution: null, freeAmount: null,
  outflowOn: null, outflowReason: null, totalDebt: null, debts: [],
};
const HEAD = { from: '2013-01-01', until: '2013-12-31', deliveredAt: '2014-03-03T09:00:00Z', supplierCode: 'schakel' };
const GOOD = [...deliveryText(HEAD, { name: 'Dienst', chamberNumber: '99000001' }, [[FACTS]])].join('');

function validate(text: string): { code: number | null; faults: string[]; told: string } {
  writeFileSync(join(folder, 'ddas.json'), text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRepository('dist/local/validate.js'), 'ddas', 'ddas.json'], { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } });
  return { code: status, faults: stdout.split('\n').filter((line) => line !== ''), told: stderr };
}

describe('npm run validate -- ddas', () => {
  it('finds nothing in a good delivery', () => {
    expect(validate(GOOD)).toEqual({ code: 0, faults: [], told: '0 fouten.\n' });
  });

  it('tells each fault by its place, without the value', () => {
    const { code, faults } = validate(GOOD.replace('111222333', '123456789').replace('GM1916', 'Wassenaar'));
    expect(code).toBe(1);
    expect(faults.map((one) => one.split(':')[0])).toEqual(['leveringen[0].schuldhulptrajecten[0].gemeentecode', 'leveringen[0].schuldhulptrajecten[0].client[0].Burgerservicenummer']);
    expect(faults.join()).not.toMatch(/123456789|Wassenaar/);
  });

  it('does not judge what is no JSON, and does not repeat it', () => {
    const { code, told } = validate('{"client": 111222333');
    expect([code, told.includes('111222333')]).toEqual([2, false]);
  });
});
