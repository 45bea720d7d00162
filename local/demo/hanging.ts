/** Makes one service of a running stack hang: its port takes connections and answers nothing. */
import { readRecord } from '../run-file.js';
import type { StackSettings } from '../settings.js';

export async function whileHanging<T>(settings: StackSettings, service: string, meanwhile: () => Promise<T>): Promise<T> {
  const pid = readRecord(settings.dataDir)?.children[service]?.pid;
  if (pid === undefined) throw new Error(`${service} draait niet; kijk in het logbestand, of begin opnieuw met npm run stop en npm start`);
  process.kill(pid, 'SIGSTOP');
  try {
    return await meanwhile();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}
