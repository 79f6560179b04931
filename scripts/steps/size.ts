const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

/** A number of bytes as people read it, e.g. `1.4 GB`. */
export function size(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1_000 ** power;
  return `${power === 0 ? amount : amount.toFixed(1)} ${UNITS[power]}`;
}
