/** Bytes of one page of the database. */
export const PAGE_BYTES = 4096;
