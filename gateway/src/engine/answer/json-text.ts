/** JSON text of single values. Short texts are quoted by hand: JSON.stringify costs more for each call than for each character. */
const SHORT = 64;
const FIRST_PLAIN = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

export function quoted(text: string): string {
  return text.length > SHORT || !isPlain(text) ? JSON.stringify(text) : `"${text}"`;
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < FIRST_PLAIN || code === QUOTE || code === BACKSLASH || (code >= FIRST_SURROGATE && code <= LAST_SURROGATE)) return false;
  }
  return true;
}
