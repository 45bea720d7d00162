/** The worklist of applications through the gateway: what is late and what is due soon, why it is due on that day, and what it costs. Awb 4:13 to 4:17, Wgs 4. */
import { describe, expect, it } from '@jest/globals';
import { daysBetween } from '#law/terms/calendar.js';
import { as, today } from '../kit/stack.js';

interface Term {
  readonly state: string;
  readonly article: string;
  readonly statutoryLastDay: string;
  readonly lastDay: string;
  readonly grossDays: number;
  readonly netDays: number;
  readonly movedDays: readonly { readonly day: string; readonly article: string }[];
  readonly reminders: readonly { readonly kind: string; readonly article: string }[];
  readonly penalty: { readonly days: number; readonly amount: string } | null;
}
interface Listed {
  readonly id: string;
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly term: Term;
}

const LIST = `query ($due: ApplicationDue) { applications(first: 100, filter: { open: true, due: $due }) { totalCount nodes { id dueOn daysLeft
  term { state article statutoryLastDay lastDay grossDays netDays movedDays { day article } reminders { kind article } penalty { days amount } } } } }`;

async function list(due: string | null): Promise<readonly Listed[]> {
  const { data, errors } = await (await as('case-worker')).query<{ applications: { nodes: Listed[] } }>(LIST, { due });
  expect(errors).toBeUndefined();
  return data!.applications.nodes;
}

describe('the worklist of a case worker', () => {
  it('shows what is too late, each with its reminder', async () => {
    const late = await list('LATE');
    expect(late.length).toBeGreaterThan(0);
    expect(late.filter(({ daysLeft, term }) => daysLeft >= 0 || term.state !== 'LATE' || !term.reminders.some((one) => one.kind === 'LATE'))).toEqual([]);
  });

  it('shows what is due within fourteen days, and nothing that is late', async () => {
    const soon = await list('SOON');
    expect(soon.length).toBeGreaterThan(0);
    expect(soon.filter(({ daysLeft }) => daysLeft < 0 || daysLeft > 14)).toEqual([]);
  });

  it('says of each last day why it lies there, day by day', async () => {
    const all = await list(null);
    for (const { dueOn, daysLeft, term } of all) {
      expect([dueOn, daysLeft]).toEqual([term.lastDay, daysBetween(today(), term.lastDay)]);
      expect(term.netDays).toBeLessThanOrEqual(term.grossDays);
      if (term.article !== 'Awb art. 4:14 lid 3') expect(term.movedDays.length).toBe(daysBetween(term.statutoryLastDay, term.lastDay));
    }
    expect(all.some(({ term }) => term.movedDays.some((one) => one.article === 'Awb art. 4:15'))).toBe(true);
  });
});
