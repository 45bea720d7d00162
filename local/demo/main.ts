/** `npm run demo`: starts what does not run, tells the story, and stops only what it started itself. */
import { moveBusinessDate } from '../business-date.js';
import { runCommand, say } from '../command.js';
import { PrintedProgress } from '../progress.js';
import { livingRunner } from '../run-file.js';
import { gatewayUrl, issuerUrl, readStackSettings, type StackSettings } from '../settings.js';
import { startStack, type RunningStack } from '../stack.js';
import { whileHanging } from './hanging.js';
import { printingNarrator } from './narrator.js';
import { tellStory } from './story.js';
import { openWorld } from './world.js';

const write = (text: string): void => void process.stdout.write(text);

await runCommand(async () => {
  const settings = readStackSettings(process.env);
  const own = await startWhenNeeded(settings);
  try {
    await tell(settings);
  } finally {
    await own?.stop();
  }
});

async function startWhenNeeded(settings: StackSettings): Promise<RunningStack | null> {
  if (livingRunner(settings.dataDir)) return null;
  say('No stack runs yet; starting one for the story.');
  return startStack(settings, { progress: new PrintedProgress(write) });
}

async function tell(settings: StackSettings): Promise<void> {
  const world = await openWorld({
    gatewayUrl: gatewayUrl(settings),
    issuerUrl: issuerUrl(settings),
    say: printingNarrator(write),
    moveDate: (date) => Promise.resolve(void moveBusinessDate(settings, date)),
    whileHanging: (service, meanwhile) => whileHanging(settings, service, meanwhile),
  });
  say(`Zakelijke datum: ${await world.today()}`);
  await tellStory(world);
  say('\nDat was het verhaal. Alles hierboven is gevraagd en gezegd aan de deur van de gateway.');
}
