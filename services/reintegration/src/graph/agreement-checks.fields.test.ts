import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { loadRegisters } from '#kernel/registers.js';
import type { Viewer } from '#kernel/viewer.js';
import type { Agreement } from '../domain/agreement.js';
import { agreementAfter, FACTS, ON, versionOf, viewerOf } from '../domain/testing/sample-agreement.js';
import type { AgreementContext } from './agreement-context.js';
import { AgreementCheckFields, type CheckType } from './agreement-checks.fields.js';

const { parameters, representation, labourDisputes: disputes } = loadRegisters();
const expiring: Agreement = { ...agreementAfter(), current: versionOf(1, { until: '2020-06-30' }, FACTS) };

function checksFor(viewer: Viewer, agreement = expiring): readonly CheckType[] {
  const context = { viewer, businessDate: ON, directory: { registers: { parameters } }, agreements: { services: { disputes, representation } } };
  return new AgreementCheckFields().checks(agreement, context as unknown as AgreementContext);
}

describe('the checks of an agreement in the graph', () => {
  it('use the registers as they are: every rule finds its figures', () => {
    expect(checksFor(viewerOf('werk-en-inkomen', 'CASE_WORKER'), agreementAfter()).map(({ code, level }) => `${level} ${code}`)).toEqual([
      'WARNING EQUAL_TREATMENT', 'INFO SUPERVISION_SHARE', 'INFO SAME_FACILITIES', 'INFO VACANCIES_TOLD', 'INFO NO_FEE_FROM_WORKER', 'INFO NO_BAR_TO_EMPLOYMENT', 'INFO RISKS_TOLD',
      'INFO LENDER_REGISTERED', 'INFO STATEMENT_OF_TERMS', 'INFO REPRESENTATION',
    ]);
  });

  it('tell who employs or answers until when the indication holds, and a receiving company only that it does not suffice', () => {
    const told = (viewer: Viewer) => checksFor(viewer).find(({ refusal }) => refusal === 'INDICATION_EXPIRES')?.text;
    expect(told(viewerOf('sw-leiden', 'PLACEMENT_OFFICER'))).toContain('30 juni 2019');
    expect(told(viewerOf('sw-zoetermeer-rijswijk', 'PLACEMENT_OFFICER'))).toBe('De indicatie dekt deze periode niet.');
  });
});
