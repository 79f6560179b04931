/** An address that can be put on an envelope: one @, something on both sides, nothing that splits headers or lists. */
export function isMailAddress(address: string): boolean {
  return address.length <= 320 && /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/.test(address);
}
