/** An address that can be put on an envelope: one @, something on both sides, nothing that splits headers or lists. */
export function isMailAddress(address: string): boolean {
  return address.length <= 320 && /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/.test(address);
}

/** The bare address of `Name <address>`. */
export function bareAddress(sender: string): string {
  const open = sender.lastIndexOf("<");
  return (open === -1 ? sender : sender.slice(open + 1, sender.indexOf(">", open))).trim();
}
