/** The largest a single file may be. */
export const FILE_LIMIT_MEGABYTES = 500;
