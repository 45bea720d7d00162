/** Whether two answers say the same, field by field. Told is every place where they differ. */

/** The moment of asking, to the millisecond: of a system that is asked itself, so never twice the same. */
const NOW = /^(\d{4}-\d{2}-\d{2})T(?!00:00:00)\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const MOST = 20;

/** At most twenty places, each as a path and both values. */
export function differences(one: unknown, other: unknown, path = '$'): string[] {
  if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) return below(one, other, path).slice(0, MOST);
  return settled(one) === settled(other) ? [] : [`${path}: ${told(one)} is not ${told(other)}`];
}

function below(one: object, other: object, path: string): string[] {
  if (Array.isArray(one) !== Array.isArray(other)) return [`${path}: a list and none`];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.flatMap((name) => differences((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name], Array.isArray(one) ? `${path}[${name}]` : `${path}.${name}`));
}

function settled(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(NOW, '$1 now') : value;
}

const LONGEST = 160;

function told(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}
