/** The development issuer as a process of its own. Exit code 2 and a list of faults when its settings cannot be used. */
import { runUntilSignal } from '#kernel/lifecycle.js';
import { SettingsError } from '#kernel/settings.js';
import { makeIssuer } from './server.js';
import { readIssuerSettings, type IssuerSettings } from './settings.js';

async function serve(settings: IssuerSettings): Promise<{ stop(): Promise<void> }> {
  const server = makeIssuer(settings);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(settings.port, settings.host, resolve));
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

try {
  const settings = readIssuerSettings(process.env);
  await runUntilSignal(() => serve(settings));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`development issuer: ${error.message}\n`);
  process.exitCode = 2;
}
