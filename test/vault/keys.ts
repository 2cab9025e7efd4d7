/** Raw keys of vaults that hold nothing but test data. */
export const KEY = 'a1'.repeat(32);
export const OTHER_KEY = 'b2'.repeat(32);
