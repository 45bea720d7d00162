/** jest globalTeardown of the first round. */
import type { TestCluster } from './start-database.js';
import { removeTestFolder } from './test-folder.js';

export default async function stopDatabase(): Promise<void> {
  const { testCluster } = globalThis as unknown as { testCluster: TestCluster };
  await testCluster.postgres.stop();
  removeTestFolder(testCluster.folder);
}
