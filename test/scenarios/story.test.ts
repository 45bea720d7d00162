/** The story of `npm run demo`, told in silence: every chapter checks what it tells. Moves the business date forward and back. */
import { describe, expect, it } from '@jest/globals';
import { acrossCompanies } from '../../local/demo/chapters/across-companies.js';
import { arrangementBoard } from '../../local/demo/chapters/arrangement-board.js';
import { companyDown } from '../../local/demo/chapters/company-down.js';
import { refusals } from '../../local/demo/chapters/refusals.js';
import { dossierOf } from '../../local/demo/people.js';
import { onDate, storyWorld, today } from '../kit/stack.js';

describe('the story', () => {
  it('refuses without choice, authority, turn, the current version or a free place, and frees the place when the worker declines', async () => {
    await refusals(await storyWorld());
  });

  it('goes on without a company that hangs, and names it', async () => {
    await companyDown(await storyWorld());
  });

  it('lets the board of the arrangement sign in place of the college of Wassenaar', async () => {
    const world = await storyWorld();
    const { agreement } = await arrangementBoard(world);
    const query = 'query A($id: ID!) { agreement(id: $id) { parties { role actingBody { id } onBehalfOf { id } basis signature } } }';
    interface Parties { readonly agreement: { readonly parties: readonly { role: string; actingBody: { id: string }; onBehalfOf: { id: string }; basis: string; signature: string | null }[] } }
    const { parties } = (await world.as.caseWorker.query<Parties>(query, { id: agreement })).data!.agreement;
    const acting = new Map(parties.map(({ role, actingBody, onBehalfOf }) => [role, [actingBody.id, onBehalfOf.id]]));
    expect(acting.get('RESIDENCE_AUTHORITY')).toEqual(['werk-en-inkomen', 'gm-0629']);
    expect(acting.get('FORMAL_EMPLOYER')).toEqual(['sw-wassenaar', 'sw-wassenaar']);
    expect(parties.find(({ role }) => role === 'FORMAL_EMPLOYER')?.basis).toMatch(/in de plaats van de colleges \(Wsw art\. 1 lid 2\)/);
    expect(parties.filter(({ role, signature }) => role !== 'HIRER' && signature === null)).toEqual([]);
  });

  it('brings a worker of Leiden to a place of Zoetermeer-Rijswijk: proposed, countered, signed, active, and shown to all', async () => {
    const world = await storyWorld();
    await onDate(today(), async () => {
      const { person, agreement } = await acrossCompanies(world);
      const running = (await dossierOf(world.as.caseWorker, person)).agreements?.find((one) => one.id === agreement);
      expect(running).toMatchObject({ state: 'ACTIVE', terms: { hoursPerWeek: '26' } });
      expect(running?.parties.filter((party) => party.acceptedTermsVersion !== 2).filter((party) => party.role !== 'HIRER')).toEqual([]);
    });
  });
});
