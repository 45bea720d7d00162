/** Finding the worker of a chapter as a case worker does: by number; and telling what the dossier says. */
import type { FixedWorker } from '../population/fixed-people.js';
import type { DossierView } from './answers.js';
import type { GraphClient } from './graph-client.js';
import { categoryWord, counted } from './words.js';
import { dataOf, StoryBroken, type World } from './world.js';

export async function personIdOf(who: GraphClient, bsn: string): Promise<string> {
  const { personByBsn } = dataOf(await who.query<{ personByBsn: { id: string } | null }>('query Zoek($bsn: BSN!) { personByBsn(bsn: $bsn) { id } }', { bsn }));
  if (!personByBsn) throw new StoryBroken('the register does not know this number');
  return personByBsn.id;
}

export async function dossierOf(who: GraphClient, person: string): Promise<DossierView> {
  const found = dataOf(await who.run<{ person: DossierView | null }>('portal-dossier', 'Dossier', { person })).person;
  if (!found) throw new StoryBroken('the dossier is not there');
  return found;
}

export interface FreeWorker {
  readonly person: string;
  readonly worker: FixedWorker;
}

/** The first of the list without an agreement, so that the story can be told again on the same data. */
export async function firstFree(world: World, workers: readonly FixedWorker[]): Promise<FreeWorker> {
  for (const worker of workers) {
    const person = await personIdOf(world.as.caseWorker, worker.bsn);
    const { agreements } = await dossierOf(world.as.caseWorker, person);
    if (agreements?.length === 0) return { person, worker };
  }
  throw new StoryBroken('elke werknemer van het verhaal heeft al een afspraak; begin opnieuw met een lege gegevensmap: npm run stop, verwijder de map, npm start');
}

export function describeDossier(dossier: DossierView): string[] {
  const indication = dossier.indications?.[0];
  const employment = dossier.employments?.[0];
  return [
    `${dossier.name?.full ?? '?'}, ${dossier.residence?.name ?? '?'}; ${counted(dossier.applications?.length ?? 0, 'aanvraag', 'aanvragen')}, ${counted(dossier.benefits?.length ?? 0, 'uitkering', 'uitkeringen')}`,
    `indicatie ${categoryWord(indication?.category)}, tot ${indication?.validUntil ?? 'onbepaald'}; aanpassingen: ${(indication?.adaptations ?? []).map(({ text }) => text).join(', ') || 'geen'}`,
    `dienstbetrekking bij ${employment?.company?.name ?? '?'}: ${employment?.hoursPerWeek ?? '?'} uur, formele werkgever ${employment?.formalEmployer?.name ?? '?'}`,
  ];
}
