/** A number of the delivering system, as every file of the register names its records. */
import { localNumber } from '#shell/import/fields.js';

export const registerNumber = localNumber({ max: 40 });
