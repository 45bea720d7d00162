/** Words that may not stand in a file: what the rules of the house forbid, and what has slipped in before elsewhere. */

interface Ban {
  readonly where: RegExp;
  readonly word: RegExp;
  readonly why: string;
}

/** Not the name of an OAuth scope, `agreements:write`: that is a word of whoever grants it. */
const DOMAIN_WORDS = /\b(agreement|workplace|placement|indication|benefit|trajectory|secondment|municipal benefit|debt)s?\b(?!:write')/i;

const BANS: readonly Ban[] = [
  { where: /^(kernel|services\/shell)\/(?!.*\.test\.ts$)/, word: DOMAIN_WORDS, why: 'kernel and shell know no domain word' },
  { where: /(\/domain|^law)\/(?!.*\.test\.ts$)/, word: /\bDate\.now|\bnew Date\b|\bMath\.random|\bprocess\.|\bTemporal\.Now\b|@(Field|Column|Entity|ObjectType)\b/, why: 'the domain is arithmetic' },
  { where: /^services\//, word: /\.save\(/, why: 'never save(): update with the version' },
  { where: /./, word: /synchronize: true|dropSchema/, why: 'migrations only' },
  { where: /./, word: /\bas any\b|: any\b|<any>|@ts-ignore|@ts-expect-error/, why: 'no way round the types' },
  { where: /./, word: /\b(TODO|FIXME|XXX)\b/, why: 'no open ends in code' },
  { where: /^(kernel|services|gateway|schema)\//, word: /console\.(log|error|warn)/, why: 'services log through pino' },
  { where: /\.test\.ts$/, word: /\b(it|test|describe)\.(skip|only|todo)|\bxit\(|\bfit\(/, why: 'every test runs' },
  { where: /^services\/(?!shell\/)/, word: /\bprocess\.env\b(?!, *\)|\)|\[)/, why: 'settings come from config' },
];

export function forbiddenWords(file: string, text: string): string[] {
  // The rules name what they forbid, and are tried on it.
  if (file.startsWith('test/architecture/')) return [];
  return BANS.filter(({ where }) => where.test(file)).flatMap(({ word, why }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, number: index + 1 }))
      .filter(({ line }) => word.test(line))
      .map(({ number }) => `${file}:${number} ${why}`),
  );
}
