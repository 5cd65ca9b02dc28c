const STEP = 1024;

/** A size in bytes as people read it: `1.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < STEP) return `${bytes} B`;
  if (bytes < STEP * STEP) return `${Math.round(bytes / STEP)} KB`;
  return `${(bytes / STEP / STEP).toFixed(1)} MB`;
}
