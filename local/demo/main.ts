/** `npm run demo`: starts what does not run, tells the story, and stops only what it started itself. */
import { moveBusinessDate } from '../business-date.js';
import { runCommand, say } from '../command.js';
import { silentProcesses } from '../health.js';
import { PrintedProgress } from '../progress.js';
import { livingRunner } from '../run-file.js';
import { gatewayUrl, issuerUrl, readStackSettings, type StackSettings } from '../settings.js';
import { startStack, type RunningStack } from '../stack.js';
import { whileHanging } from './hanging.js';
import { printingNarrator } from './narrator.js';
import { tellStory } from './story.js';
import { openWorld, StoryBroken } from './world.js';

const write = (text: string): void => void process.stdout.write(text);

await runCommand(async () => {
  const settings = readStackSettings(process.env);
  const own = await startWhenNeeded(settings);
  try {
    await demandAll(settings);
    await tell(settings).catch((error: unknown) => explain(settings, error));
  } finally {
    await own?.stop();
  }
});

async function startWhenNeeded(settings: StackSettings): Promise<RunningStack | null> {
  if (livingRunner(settings.dataDir)) return null;
  say('No stack runs yet; starting one for the story.');
  return startStack(settings, { progress: new PrintedProgress(write) });
}

/** The story needs every body: a reader is told which one is missing, not how the story stumbled over it. */
async function demandAll(settings: StackSettings): Promise<void> {
  const silent = await silentProcesses(settings);
  if (silent.length === 0) return;
  const lines = silent.map(({ name, log }) => `  ${name.padEnd(24)}log: ${log}`);
  throw new Error(['Het verhaal kan niet worden verteld; dit antwoordt niet:', ...lines, 'Is het net gestopt, wacht dan een halve minuut: het wordt vanzelf weer gestart. Anders: npm run stop, dan npm start.'].join('\n'));
}

/** Whatever broke it: a body that went down meanwhile, or something that the story did not expect. */
async function explain(settings: StackSettings, error: unknown): Promise<never> {
  await demandAll(settings);
  if (!(error instanceof StoryBroken)) throw error;
  throw new Error(`Het verhaal is onderbroken: ${error.message}`, { cause: error });
}

async function tell(settings: StackSettings): Promise<void> {
  const world = await openWorld({
    gatewayUrl: gatewayUrl(settings),
    issuerUrl: issuerUrl(settings),
    say: printingNarrator(write),
    moveDate: (date) => Promise.resolve(void moveBusinessDate(settings, date)),
    whileHanging: (service, meanwhile) => whileHanging(settings, service, meanwhile),
  });
  const before = await world.today();
  say(`Zakelijke datum: ${before}`);
  await tellStory(world);
  say('\nDat was het verhaal. Alles hierboven is gevraagd en gezegd aan de deur van de gateway.');
  say(`De zakelijke datum is nu ${await world.today()}; terug: npm run date -- ${before}`);
}
