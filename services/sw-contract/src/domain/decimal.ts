/** Hours and money travel as exact decimal text, never as floats. */
export const DECIMAL = /^\d{1,9}(\.\d{1,6})?$/;
