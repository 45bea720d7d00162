/** Who may import whom (docs/decisions/0001-imports-go-one-way.md). The first rule whose folder matches decides. */

interface Rule {
  readonly folder: RegExp;
  /** Own files that may be imported; packages are judged by `packages`. */
  readonly may: RegExp;
  readonly packages: RegExp;
}

const ANY = /./;
const TESTING = /^@jest\/globals$/;
const DOMAIN_PACKAGES = /^(big\.js|temporal-polyfill)$/;
const NOT_DATABASE = /^(?!typeorm$|pg$)/;

/** `$S` stands for the file's own service folder. */
const RULES: readonly (Omit<Rule, 'may'> & { readonly may: string })[] = [
  { folder: /^kernel\//, may: '^kernel/', packages: ANY },
  { folder: /^law\/(.*\.test\.ts$|(.*\/)?testing\/)/, may: '^(law|schema)/', packages: /^(@jest\/globals|fast-check|big\.js|temporal-polyfill|node:(fs|path|url))$/ },
  { folder: /^law\//, may: '^law/', packages: DOMAIN_PACKAGES },
  { folder: /^services\/shell\//, may: '^(kernel|services/shell)/', packages: ANY },
  { folder: /^services\/[^/]+\/src\/domain\/.*\.test\.ts$/, may: '^($S/src/domain|kernel|law)/', packages: new RegExp(`${TESTING.source}|${DOMAIN_PACKAGES.source}|^fast-check$`) },
  { folder: /^services\/[^/]+\/src\/domain\//, may: '^($S/src/domain/|law/|services/sw-contract/src/(domain/|model\\.ts|port\\.ts)|kernel/((viewer|ids|disclosure|authority)\\.ts|disclosure/))', packages: DOMAIN_PACKAGES },
  { folder: /^test\//, may: '^(test|kernel|law|local)/', packages: ANY },
  { folder: /\.test\.ts$/, may: '^($S|kernel|law|services/shell|services/sw-contract)/', packages: ANY },
  { folder: /^services\/[^/]+\/src\/store\//, may: '^($S/src/(domain|store)|services/sw-contract/src|kernel|law|services/shell/src/(pagination|import|row-reading|row-security))/?', packages: ANY },
  { folder: /^services\/[^/]+\/src\/commands\//, may: '^($S/src/(domain|commands)|services/sw-contract/src|kernel|law|services/shell/src)/', packages: /^(?!typeorm$|pg$|graphql|type-graphql)/ },
  { folder: /^services\/[^/]+\/src\/graph\//, may: '^($S/src/(commands|domain|graph|questions)|services/sw-contract/src|kernel|law|services/shell/src)/', packages: NOT_DATABASE },
  { folder: /^services\/sw-contract\//, may: '^services/(sw-contract|shell)/|^(kernel|law)/', packages: ANY },
  { folder: /^services\/sw-[^/]+\//, may: '^($S|services/(sw-contract|shell)|kernel|law)/', packages: ANY },
  { folder: /^services\/[^/]+\//, may: '^($S|services/shell|kernel|law)/', packages: ANY },
  { folder: /^gateway\//, may: '^(gateway|kernel)/', packages: NOT_DATABASE },
  { folder: /^schema\//, may: '^(schema|kernel)/', packages: NOT_DATABASE },
  { folder: /^local\//, may: '^(local|kernel|law)/', packages: ANY },
  { folder: /^portal\//, may: '^(portal|schema)/', packages: NOT_DATABASE },
];

export function importFaults(file: string, imports: readonly string[]): string[] {
  const own = /^services\/[^/]+/.exec(file)?.[0] ?? file.split('/')[0] ?? '';
  const rule = RULES.find(({ folder }) => folder.test(file));
  if (!rule) return [`${file}: no rule of the house says what it may import`];
  const may = new RegExp(rule.may.replaceAll('$S', own));
  return imports.filter((one) => !(isOwn(one) ? may.test(one) : rule.packages.test(one))).map((one) => `${file} -> ${one}`);
}

export function isOwn(specifier: string): boolean {
  return specifier.endsWith('.ts') || specifier.endsWith('.json');
}

