/** Whether an address is valid for an SMTP envelope: one @, text on both sides, nothing that splits headers or lists. */
export function isMailAddress(address: string): boolean {
  return address.length <= 320 && /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/.test(address);
}
