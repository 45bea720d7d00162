/** Runs one command of the command line: a fault is a sentence on standard error and an exit code, not a stack trace. */
import { SettingsError } from '#kernel/settings.js';

export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const isBug = !isWrongArgument(error) && (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError);
    process.stderr.write(`${isBug ? stack : message}\n`);
    process.exitCode = error instanceof SettingsError ? 2 : 1;
  }
}

/** What `parseArgs` of Node throws is a TypeError, and yet a mistake of who typed the command. */
export function isWrongArgument(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
