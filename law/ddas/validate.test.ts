import { describe, expect, it } from '@jest/globals';
import { delivery, OTHERS, trajectory } from './testing/sample-trajectory.js';
import { judgeDelivery, validateDelivery, validateTrajectory } from './validate.js';

type Spoil = (file: Fields) => void;
type Fields = Record<string, never> & { [name: string]: never };

const at = (file: Fields, path: string): { holder: Record<string, unknown>; name: string } => {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '');
  const name = parts.pop() ?? '';
  const holder = parts.reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], file) as Record<string, unknown>;
  return { holder, name };
};
const set = (path: string, value: unknown): Spoil => (file) => {
  const { holder, name } = at(file, path);
  holder[name] = value;
};
const drop = (path: string): Spoil => (file) => {
  const { holder, name } = at(file, path);
  delete holder[name];
};
const FIRST = 'leveringen[0].schuldhulptrajecten[0]';

/** The mistake, the rule that must tell it and the place where. */
const MISTAKES: readonly [what: string, spoil: Spoil, rule: string, path: string][] = [
  ['no beginning of the period', drop('startdatumLevering'), 'verplicht', 'startdatumLevering'],
  ['no end of the period', drop('einddatumLevering'), 'verplicht', 'einddatumLevering'],
  ['no time of delivery', drop('aanleverdatumEnTijd'), 'verplicht', 'aanleverdatumEnTijd'],
  ['no code of the supplier', drop('codeGegevensleverancier'), 'verplicht', 'codeGegevensleverancier'],
  ['no leveringen', drop('leveringen'), 'verplicht', 'leveringen'],
  ['an empty list of leveringen', set('leveringen', []), 'aantal', 'leveringen'],
  ['a member that the model does not know', set('toelichting', 'x'), 'onbekend-gegeven', ''],
  ['a day that is not in the calendar', set('einddatumLevering', '2013-02-30'), 'datum', 'einddatumLevering'],
  ['a time without a zone', set('aanleverdatumEnTijd', '2014-03-03T09:00:00'), 'datum-tijd', 'aanleverdatumEnTijd'],
  ['a period that ends before it begins', set('einddatumLevering', '2012-01-01'), 'einde-voor-begin', 'einddatumLevering'],
  ['no organisation', drop('leveringen[0].aanleverende_organisatie'), 'verplicht', 'leveringen[0].aanleverende_organisatie'],
  ['a counter that skips', set('leveringen[1].teller', 3), 'teller', 'leveringen[1].teller'],
  ['a partnership that is nobody', drop('leveringen[0].aanleverende_organisatie.KvK-nummer'), 'organisatie', 'leveringen[0].aanleverende_organisatie.KvK-nummer'],
  ['a partnership under one municipal code', set('leveringen[1].aanleverende_organisatie.gemeentecode', 'GM1916'), 'organisatie', 'leveringen[1].aanleverende_organisatie.gemeentecode'],
  ['a chamber number of seven digits', set('leveringen[0].aanleverende_organisatie.KvK-nummer', '9900001'), 'kvk-nummer', 'leveringen[0].aanleverende_organisatie.KvK-nummer'],
  ['two leveringen for one municipality', set('leveringen[1].schuldhulptrajecten[0].gemeentecode', '1916'), 'levering-per-gemeente', 'leveringen[1]'],
  ['no responsible municipality', drop(`${FIRST}.gemeentecode`), 'verplicht', `${FIRST}.gemeentecode`],
  ['a municipality of three digits', set(`${FIRST}.gemeentecode`, 'GM916'), 'gemeentecode', `${FIRST}.gemeentecode`],
  ['a strange member of a trajectory', set(`${FIRST}.inkomen`, 1), 'onbekend-gegeven', FIRST],
  ['cents', set(`${FIRST}.totaalSchuldbedragBijAanvangSchuld`, 15000.5), 'hele-euros', `${FIRST}.totaalSchuldbedragBijAanvangSchuld`],
  ['an amount in words', set(`${FIRST}.oplossing.vtlb`, '1203'), 'hele-euros', `${FIRST}.oplossing.vtlb`],
  ['no client', set(`${FIRST}.client`, []), 'aantal', `${FIRST}.client`],
  ['three clients', set(`${FIRST}.client`, [{}, {}, {}]), 'aantal', `${FIRST}.client`],
  ['the same client twice', set(`${FIRST}.client`, [{ Burgerservicenummer: '111222333' }, { Burgerservicenummer: '111222333' }]), 'client-dubbel', `${FIRST}.client`],
  ['a number that fails the eleven-test', set(`${FIRST}.client[0].Burgerservicenummer`, '123456789'), 'elfproef', `${FIRST}.client[0].Burgerservicenummer`],
  ['a number of eight digits', set(`${FIRST}.client[0].Burgerservicenummer`, '12345678'), 'burgerservicenummer', `${FIRST}.client[0].Burgerservicenummer`],
  ['a sex that is not in the list', set(`${FIRST}.client[0].Geslachtsaanduiding`, 'M'), 'waardelijst', `${FIRST}.client[0].Geslachtsaanduiding`],
  ['a decision of a third kind', set(`${FIRST}.intake.beschikkingssoort`, 'Toewijzingsbeschikking'), 'waardelijst', `${FIRST}.intake.beschikkingssoort`],
  ['a decision without its day', drop(`${FIRST}.intake.beschikkingsdatum`), 'beschikking-datum', `${FIRST}.intake.beschikkingsdatum`],
  ['guidance that is not in the list', set(`${FIRST}.begeleiding[0].soort`, 'Praten'), 'waardelijst', `${FIRST}.begeleiding[0].soort`],
  ['a solution that is not in the list', set(`${FIRST}.oplossing.soort`, 'Gift'), 'waardelijst', `${FIRST}.oplossing.soort`],
  ['a reason to leave that is not in the list', set(`${FIRST}.uitstroom.reden`, 'Klaar'), 'waardelijst', `${FIRST}.uitstroom.reden`],
  ['a kind of debt that is not in the list', set(`${FIRST}.schulden[0].schuldsoort`, 'Spel'), 'waardelijst', `${FIRST}.schulden[0].schuldsoort`],
  ['a debt to nobody', drop(`${FIRST}.schulden[0].schuldeiser`), 'verplicht', `${FIRST}.schulden[0].schuldeiser`],
  ['yes in words', set(`${FIRST}.aanmelding.crisisinterventie`, 'ja'), 'ja-nee', `${FIRST}.aanmelding.crisisinterventie`],
  ['a phase that is no object', set(`${FIRST}.nazorg`, 'ja'), 'object', `${FIRST}.nazorg`],
  ['an intake before the registration', set(`${FIRST}.intake.startdatum`, '2012-01-01'), 'volgorde-fasen', `${FIRST}.intake.startdatum`],
  ['a settlement before the stabilisation', set(`${FIRST}.schuldregeling.datum`, '2012-12-01'), 'volgorde-fasen', `${FIRST}.schuldregeling.datum`],
  ['an intake that ends before it begins', set(`${FIRST}.intake.einddatum`, '2012-11-06'), 'einde-voor-begin', `${FIRST}.intake.einddatum`],
  ['a moratorium that ends before it begins', set(`${FIRST}.moratoria[0].einddatum`, '2012-11-19'), 'einde-voor-begin', `${FIRST}.moratoria[0].einddatum`],
  ['two days of award', set(`${FIRST}.toekenningsdatum`, '2013-03-19'), 'toekenning-gelijk', `${FIRST}.toekenningsdatum`],
  ['granted and refused', set(`${FIRST}.schuldregeling.afgewezen`, '2013-03-18'), 'een-uitkomst', `${FIRST}.schuldregeling.afgewezen`],
  ['forced without being granted', drop(`${FIRST}.schuldregeling.toegekend`), 'dwangakkoord', `${FIRST}.schuldregeling.dwangakkoord`],
  ['left on another day than it ended', set(`${FIRST}.uitstroom.datum`, '2013-11-30'), 'uitstroom-einde', `${FIRST}.uitstroom.datum`],
  ['a trajectory of another year', set(`${FIRST}.einddatum`, '2012-12-31'), 'in-de-periode', FIRST],
];

describe('the judgement of a delivery', () => {
  it('finds nothing wrong with one that is right', () => {
    expect(validateDelivery(delivery())).toEqual({ faults: [], samenloop: [] });
  });

  it.each(MISTAKES)('tells %s', (_what, spoil, rule, path) => {
    const file = delivery() as Fields;
    spoil(file);
    expect(validateDelivery(file).faults.map((one) => `${one.rule} ${one.path}`)).toContain(`${rule} ${path}`);
  });

  it('tells two trajectories of one client at a time, also in two leveringen of one partnership', () => {
    const file = delivery([[trajectory()], [{ ...OTHERS, clients: trajectory().clients }]]);
    expect(validateDelivery(file).faults.map(({ rule }) => rule)).toEqual(['een-traject-tegelijk']);
  });

  it('takes the same trajectory of two suppliers for one, which is no fault', () => {
    const file = delivery([[trajectory()], [{ ...OTHERS, clients: trajectory().clients }]]) as Fields;
    set('leveringen[1].aanleverende_organisatie.(Statutaire) Naam', 'Een andere schuldhulpverlener')(file);
    const { faults, samenloop } = validateDelivery(file);
    expect([faults, samenloop.length]).toEqual([[], 1]);
  });

  it('never repeats a value', () => {
    for (const [, spoil] of MISTAKES) {
      const file = delivery() as Fields;
      spoil(file);
      expect(JSON.stringify(validateDelivery(file).faults)).not.toMatch(/111222333|123456789|Waterschap|2013-11-30|15000/);
    }
  });

  it('names the place in the file, whatever stands before it', () => {
    const file = delivery() as Fields;
    set('leveringen[0].schuldhulptrajecten', [null, { gemeentecode: 'GM1916', nazorg: { startdatum: '2013-02-02', einddatum: '2013-02-01' } }])(file);
    expect(validateDelivery(file).faults.map(({ path }) => path)).toEqual(['leveringen[0].schuldhulptrajecten[0]', 'leveringen[0].schuldhulptrajecten[1].nazorg.einddatum']);
  });

  it('pauses after each trajectory for who asks it to', () => {
    expect([...judgeDelivery(delivery())]).toHaveLength(2);
  });

  it.each([null, 1, 'x', [], {}, { leveringen: [null, 1, { schuldhulptrajecten: ['x'] }] }])('survives %j', (strange) => {
    expect(validateDelivery(strange).faults.length).toBeGreaterThan(0);
  });

  it('judges a trajectory by itself before there is a file', () => {
    expect(validateTrajectory({ gemeentecode: 'GM1916', nazorg: 1 }, 't').map(({ path }) => path)).toEqual(['t.nazorg']);
  });
});
