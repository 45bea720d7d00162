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
    const { person, agreement } = await arrangementBoard(world);
    const signed = (await dossierOf(world.as.caseWorker, person)).agreements?.find((one) => one.id === agreement);
    const acting = new Map(signed?.parties.map((party) => [party.role, [party.actingBody.name, party.onBehalfOf?.name]]));
    expect(acting.get('RESIDENCE_AUTHORITY')).toEqual(['Dienst Werk en Inkomen Leidschendam-Voorburg, Wassenaar en Voorschoten', 'Gemeente Wassenaar']);
    expect(acting.get('FORMAL_EMPLOYER')).toEqual(['GR Kust-, Duin- en Bollenstreek', 'Gemeente Wassenaar']);
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
