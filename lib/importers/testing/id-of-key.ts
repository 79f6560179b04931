/** A uuid that a key always has. */
export function idOfKey(key: string): string {
  let [high, low] = [0x811c9dc5, 0x9e3779b9];
  for (const letter of key) {
    high = Math.imul(high ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    low = (Math.imul(low, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  }
  const hex = (high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0")).slice(0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(1, 4)}-${hex.slice(4, 16)}`;
}
