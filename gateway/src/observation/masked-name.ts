/** The name of an operation as logs and traces may hold it: it is the client's own text, so digits that could be somebody's number are masked. */
const MAX_LENGTH = 64;

export function maskedName(name: string | null): string | null {
  return name === null ? null : name.slice(0, MAX_LENGTH).replace(/\d{4,}/g, 'N');
}
