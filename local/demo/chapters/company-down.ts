/** A company that hangs: its rows are missing, its name is said, everybody else's rows are there. */
import { scenarioWorkers } from '../../population/fixed-people.js';
import * as deed from '../deeds.js';
import { firstFree } from '../people.js';
import { counted } from '../words.js';
import { StoryBroken, type World } from '../world.js';

const HANGING = 'sw-wassenaar';

interface Companies {
  readonly swCompanies: readonly ({ readonly code: string; readonly name: string; readonly workplaces: { readonly totalCount: number } | null } | null)[];
}

export async function companyDown(world: World): Promise<void> {
  const { say, as } = world;
  say.chapter('Eén bedrijf antwoordt niet');
  const { person } = await firstFree(world, scenarioWorkers);
  await world.whileHanging(HANGING, async () => {
    const answer = await as.caseWorker.query<Companies>('{ swCompanies { code name workplaces(filter: { status: OPEN }) { totalCount } } }');
    say.deed('Consulent', 'vraagt de open plekken van alle bedrijven terwijl een systeem hangt');
    for (const company of answer.data?.swCompanies ?? []) say.sees(`${company?.name ?? '?'}: ${company?.workplaces ? counted(company.workplaces.totalCount, 'open plek', 'open plekken') : 'antwoordt niet'}`);
    tellErrors(world, answer.errors?.map(({ message, extensions }) => ({ message, body: extensions.body })) ?? []);
    const { sources } = await deed.options(as.caseWorker, person);
    say.sees(`bij het zoeken naar een plek: ${sources.map(({ body, answered }) => `${body.name} ${answered ? 'antwoordt' : 'antwoordt niet'}`).join('; ')}`);
    if (sources.filter(({ answered }) => !answered).map(({ body }) => body.id).join() !== HANGING) throw new StoryBroken('the wrong bodies are said not to answer');
  });
}

function tellErrors(world: World, errors: readonly { message: string; body: string | undefined }[]): void {
  const named = errors.filter(({ body }) => body === HANGING);
  if (named.length !== 1) throw new StoryBroken(`expected one error that names ${HANGING}, got ${JSON.stringify(errors)}`);
  world.say.refusal('UNAVAILABLE', named[0]?.message ?? '');
}
