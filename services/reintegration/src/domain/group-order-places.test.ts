import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Agreement } from './agreement.js';
import { orderPlaces } from './group-order-places.js';
import { AGREEMENT_STATES } from './state-machine.js';
import { agreementAfter, FACTS, versionOf } from './testing/sample-agreement.js';
import { ORDER_TERMS } from './testing/sample-order.js';
import type { TermsProposal } from './terms.js';

const [first, second, third] = ORDER_TERMS.workplaces as [string, string, string];
function agreementAt(workplace: string, state: Agreement['state'], changes: Partial<TermsProposal> = {}): Agreement {
  const facts = { ...FACTS, workplace: { ...FACTS.workplace, id: workplace } };
  return { ...agreementAfter(), id: `agreement at ${workplace}`, state, current: versionOf(1, { workForm: 'SECONDMENT_GROUP', until: '2014-12-31', ...changes }, facts) };
}
const shown = (agreements: readonly Agreement[]) => orderPlaces(ORDER_TERMS, agreements).map(({ workplace, agreement }) => [workplace, agreement?.state ?? null]);

describe('the places of an order', () => {
  it('show every agreement with its own state, then what is open; a place is open again when its worker said no', () => {
    expect(shown([agreementAt(second, 'DECLINED'), agreementAt(first, 'SIGNED')])).toEqual([[second, 'DECLINED'], [first, 'SIGNED'], [second, null], [third, null]]);
  });

  it('say where the terms of one worker differ from the order, without forbidding it', () => {
    const own = agreementAt('zoetermeer-rijswijk:W:2000', 'ACTIVE', { workForm: 'SECONDMENT_INDIVIDUAL', until: null, secondmentFeePerHour: '6', hirer: { id: 'kvk:99000009', name: 'Ander' } });
    expect(orderPlaces(ORDER_TERMS, [own])[0]?.deviations).toEqual([
      'De afspraak is geen groepsdetachering meer.', 'De afspraak noemt een andere inlener.', 'De werkplek hoort niet (meer) bij de opdracht.', 'De afspraak loopt buiten de periode van de opdracht.',
      'De inleenvergoeding is 6 euro per uur; de opdracht noemt 5,5 euro.',
    ]);
    expect(orderPlaces(ORDER_TERMS, [agreementAt(first, 'ACTIVE', { secondmentFeePerHour: '5.5' })])[0]?.deviations).toEqual([]);
    expect(orderPlaces(ORDER_TERMS, [agreementAt(first, 'ENDED', { secondmentFeePerHour: '9' })])[0]?.deviations).toEqual([]);
  });

  it('of the others stay as they are, whatever becomes of one', () => {
    const state = fc.constantFrom(...AGREEMENT_STATES);
    fc.assert(fc.property(fc.array(state, { minLength: 2, maxLength: 3 }), fc.nat(2), state, (states, at, other) => {
      const changed = at % states.length;
      const of = (all: readonly Agreement['state'][]) => orderPlaces(ORDER_TERMS, all.map((one, index) => agreementAt(ORDER_TERMS.workplaces[index] ?? first, one)));
      const [before, after] = [of(states), of(states.map((one, index) => (index === changed ? other : one)))];
      const rest = (lines: typeof before) => lines.filter(({ workplace }) => workplace !== ORDER_TERMS.workplaces[changed]);
      expect(rest(after)).toEqual(rest(before));
      for (const [index, line] of states.entries()) if (index !== changed) expect(after[index]?.agreement?.state).toBe(line);
    }));
  });
});
