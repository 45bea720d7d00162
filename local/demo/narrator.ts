/** Tells the story to a person in Dutch: who did what for whom, and what each body saw. */

export interface Narrator {
  chapter(title: string): void;
  /** Somebody did something. */
  deed(who: string, text: string): void;
  /** What somebody sees after it. */
  sees(text: string): void;
  refusal(code: string, text: string): void;
}

export function printingNarrator(write: (text: string) => void): Narrator {
  let chapters = 0;
  return {
    chapter: (title) => write(`\n${++chapters}. ${title}\n`),
    deed: (who, text) => write(`   ${who}: ${text}\n`),
    sees: (text) => write(`      ziet: ${text}\n`),
    refusal: (code, text) => write(`      geweigerd (${code}): ${text}\n`),
  };
}

export function silentNarrator(): Narrator {
  const nothing = (): void => undefined;
  return { chapter: nothing, deed: nothing, sees: nothing, refusal: nothing };
}
