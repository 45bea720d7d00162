/** jest globalTeardown of the second round: before the stack goes, a look at what the tests left in its logs and tables. */
import { writeFileSync } from 'node:fs';
import type { RunningStack } from '../../local/stack.js';
import { scanSinks } from '../doors/canaries/scan.js';
import { removeTestFolder } from './test-folder.js';

export default async function stopTestStack(): Promise<void> {
  const { testStack } = globalThis as unknown as { testStack: RunningStack };
  try {
    await lookBack();
  } finally {
    await testStack.stop();
    removeTestFolder(testStack.settings.dataDir);
  }
}

/** What is thrown in a teardown is no failure in jest's result: test/run.ts reads the file. */
async function lookBack(): Promise<void> {
  const { sinks, hits } = await scanSinks().catch((error: Error) => ({ sinks: 0, hits: [`the look itself failed: ${error.message}`] }));
  for (const hit of hits) process.stdout.write(`a person's data where none may be: ${hit}\n`);
  const report = process.env['TEST_SINKS_FILE'];
  if (report) writeFileSync(report, JSON.stringify({ sinks, hits }));
}
