/** jest globalSetup of the second round: a whole stack, by the same steps as npm start, on ports and data of its own. */
import { PrintedProgress } from '../../local/progress.js';
import { readStackSettings } from '../../local/settings.js';
import { startStack, type RunningStack } from '../../local/stack.js';
import { freeBasePort } from './free-ports.js';
import { makeTestFolder } from './test-folder.js';

export default async function startTestStack(): Promise<void> {
  // What the test files read too: they know the stack by its settings, like anybody on this machine.
  process.env['SCHAKEL_PORT'] = String(await freeBasePort());
  process.env['SCHAKEL_DATA_DIR'] = makeTestFolder('stack');
  const progress = new PrintedProgress((text) => process.stdout.write(text));
  const stack = await startStack(readStackSettings(process.env), { progress });
  Object.assign(globalThis, { testStack: stack satisfies RunningStack });
}
