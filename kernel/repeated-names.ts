/**
 * JSON in which an object says a name twice means two things to two readers (RFC 8259, section 4), so a token that does is refused
 * (RFC 7515, section 4; RFC 7519, section 4). JSON.parse does not tell: it keeps the last.
 */

const STRING = /"(?:[^"\\]|\\.)*"/y;
const COLON = /\s*:/y;

/** True when any object in it, at any depth, has the same name twice, also when written with other escapes. */
export function hasRepeatedNames(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(null);
    else if (sign === '}' || sign === ']') open.pop();
    if (sign !== '"') continue;
    STRING.lastIndex = at;
    const [string = '"'] = STRING.exec(text) ?? [];
    at += string.length - 1;
    if (isName(text, at + 1) && !isNew(open.at(-1), string)) return true;
  }
  return false;
}

function isName(text: string, after: number): boolean {
  COLON.lastIndex = after;
  return COLON.test(text);
}

function isNew(names: Set<string> | null | undefined, string: string): boolean {
  const name = plain(string);
  if (!names || names.has(name)) return false;
  names.add(name);
  return true;
}

/** What is no JSON is refused by whoever reads it. */
function plain(string: string): string {
  try {
    return String(JSON.parse(string));
  } catch {
    return string;
  }
}
