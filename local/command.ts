/** Runs one command of the command line: a fault is a sentence on standard error and an exit code, not a stack trace. */
import { SettingsError } from '#kernel/settings.js';

export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const isBug = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
    process.stderr.write(`${isBug ? stack : message}\n`);
    process.exitCode = error instanceof SettingsError ? 2 : 1;
  }
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
