/** A file that is followed. It is looked at, not listened to: what mounts it may replace it by a link. */
import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';

export interface WatchedFile {
  read(): Promise<string>;
  /** `changed` is called after each change, until `stop`. */
  follow(changed: () => void): void;
  stop(): void;
}

export function watchedFile(file: string, everyMs = 1000): WatchedFile {
  let listener: (() => void) | null = null;
  return {
    read: () => readFile(file, 'utf8'),
    follow: (changed) => {
      listener = changed;
      watchFile(file, { interval: everyMs, persistent: false }, listener);
    },
    stop: () => {
      if (listener) unwatchFile(file, listener);
    },
  };
}
