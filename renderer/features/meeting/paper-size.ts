const KIB = 1024;

/** The size of a file as people say it: `340 KB`, `12.5 MB`. */
export function sizeText(bytes: number): string {
  return bytes < KIB * KIB ? `${Math.max(1, Math.round(bytes / KIB))} KB` : `${(bytes / KIB / KIB).toFixed(1)} MB`;
}
