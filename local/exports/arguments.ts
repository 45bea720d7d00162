/** What somebody typed after `npm run export --`: the name of an export, its parameters in kebab-case, and what is ours. */

/** Exit code 2: what was typed is wrong. */
export class WrongArguments extends Error {}

export interface ExportArguments {
  /** Null: only tell which exports there are. */
  readonly name: string | null;
  /** In camelCase, as the address wants them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly out: string | null;
  readonly user: string | null;
  readonly client: string | null;
  readonly handicapCodes: string | null;
}

const OPTION = /^--([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:=([^]*))?$/;
const HELP = new Set(['--help', '-h', '--list']);

export function readArguments(argv: readonly string[]): ExportArguments {
  const help = argv.some((word) => HELP.has(word));
  const { names, options } = sorted(argv.filter((word) => !HELP.has(word)));
  if (names.length > 1) throw new WrongArguments(`one export at a time: ${names.join(', ')}`);
  const { out = null, user = null, client = null, handicapCodes = null, ...parameters } = options;
  return { name: help ? null : (names[0] ?? null), parameters, out, user, client, handicapCodes };
}

function sorted(words: readonly string[]): { names: string[]; options: Record<string, string> } {
  const names: string[] = [];
  const options: Record<string, string> = Object.create(null) as Record<string, string>;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, option, given] = OPTION.exec(word) ?? [];
    if (option === undefined) {
      if (word.startsWith('-')) throw new WrongArguments(`${word} is no option; options look like --half-year 20132`);
      names.push(word);
      continue;
    }
    const value = given ?? words[(at += 1)];
    if (value === undefined || (given === undefined && value.startsWith('--'))) throw new WrongArguments(`--${option} wants a value`);
    if (camelCase(option) in options) throw new WrongArguments(`--${option} stands there twice`);
    options[camelCase(option)] = value;
  }
  return { names, options: { ...options } };
}

function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase());
}

export function kebabCase(camel: string): string {
  return camel.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
