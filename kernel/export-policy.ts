/** Who may ask for an export, said once by its definition and decided by this one function at the gateway and again at the service. */
import type { Purpose } from './registers.js';
import { hasRole, type Role, type Scope, type Viewer } from './viewer.js';

export interface ExportPolicy {
  /** The purpose that must be named (x-doelbinding). */
  readonly purpose: string;
  readonly roles: readonly Role[];
  /** What the application must have been granted; absent: nothing. */
  readonly scopes?: readonly Scope[] | undefined;
}

/** Null: he may. Else a Dutch sentence that says what is missing. */
export function whyNoExport({ purpose, roles, scopes = [] }: ExportPolicy, viewer: Viewer, purposes: readonly Purpose[]): string | null {
  const allowed = roles.filter((role) => purposes.some((one) => one.code === purpose && one.roles.includes(role)));
  if (!hasRole(viewer, ...allowed)) return 'Deze levering is niet voor uw rol.';
  if (viewer.purpose !== purpose) return `Deze levering vraagt de doelbinding ${purpose} (header x-doelbinding).`;
  const missing = scopes.filter((scope) => !viewer.scopes.includes(scope));
  return missing.length > 0 ? `Uw toepassing mist hiervoor: ${missing.join(', ')}.` : null;
}
