import { describe, expect, it } from '@jest/globals';
import { deliveryText } from './delivery.js';
import { HEAD, OTHERS, PARTNERSHIP, delivery, trajectory } from './testing/sample-trajectory.js';
import { validateDelivery } from './validate.js';

describe('the file of a partnership', () => {
  it('has a levering for each municipality, counted from one, under the number of the partnership and no municipal code', () => {
    const { leveringen } = delivery() as { leveringen: { teller: number; aanleverende_organisatie: object; schuldhulptrajecten: { gemeentecode: string }[] }[] };
    expect(leveringen.map(({ teller }) => teller)).toEqual([1, 2]);
    expect(leveringen.map(({ schuldhulptrajecten }) => schuldhulptrajecten[0]?.gemeentecode)).toEqual(['GM1916', 'GM0626']);
    expect(leveringen[0]?.aanleverende_organisatie).toEqual({ '(Statutaire) Naam': 'Dienst Werk en Inkomen', 'KvK-nummer': '99000001' });
  });

  it('is under the code of a municipality that delivers for itself', () => {
    const text = [...deliveryText(HEAD, { name: 'Gemeente Wassenaar', municipality: '0629' }, [[trajectory({ municipality: '0629' })]])].join('');
    expect(JSON.parse(text)).toMatchObject({ leveringen: [{ aanleverende_organisatie: { gemeentecode: 'GM0629' } }] });
    expect(validateDelivery(JSON.parse(text)).faults).toEqual([]);
  });

  it('comes in pieces of one trajectory at most', () => {
    const pieces = [...deliveryText(HEAD, PARTNERSHIP, [[trajectory(), trajectory({ municipality: '1916', clients: OTHERS.clients })]])];
    expect(Math.max(...pieces.map((piece) => piece.split('"gemeentecode"').length - 1))).toBe(1);
  });

  it('leaves a municipality without trajectories out, and is a file when there are none at all', () => {
    expect((delivery([[], [OTHERS]]) as { leveringen: unknown[] }).leveringen).toHaveLength(1);
    expect(validateDelivery(delivery([[], []])).faults).toEqual([]);
  });
});
