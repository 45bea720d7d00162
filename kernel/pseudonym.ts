/** The same person gets the same id at every body, and nobody without the key can go back or try numbers (architecture, section 3). */
import { createHmac } from 'node:crypto';

/** HMAC-SHA256, base64url, 43 characters. */
export function pseudonymOf(key: Buffer, number: string): string {
  return createHmac('sha256', key).update(number).digest('base64url');
}
