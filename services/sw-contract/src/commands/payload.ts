// Pieces of the command payloads between bodies.
import { z } from 'zod';
import { DECIMAL } from '../domain/decimal.js';
import { WORK_FORMS } from '../model.js';

export const agreementId = z.uuid();
export const ownedId = z.string().max(160);
export const day = z.iso.date();
export const decimal = z.string().regex(DECIMAL);
export const termsVersion = z.int().min(1);
export const termsHash = z.string().regex(/^[0-9a-f]{64}$/);
export const workForm = z.enum(WORK_FORMS);
export const text = z.string().max(500);
