/** jest globalTeardown of the second round. */
import type { RunningStack } from '../../local/stack.js';
import { removeTestFolder } from './test-folder.js';

export default async function stopTestStack(): Promise<void> {
  const { testStack } = globalThis as unknown as { testStack: RunningStack };
  await testStack.stop();
  removeTestFolder(testStack.settings.dataDir);
}
