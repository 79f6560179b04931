/** A phone number as gateways take it: a plus sign and digits; null = it is none. */
export function phoneNumber(written: string): string | null {
  const trimmed = written.trim();
  if (!/^\+?[\d\s().\u00a0-]{3,40}$/.test(trimmed)) return null;
  const digits = trimmed.replaceAll(/\D/g, "");
  if (digits.length < 3 || digits.length > 15) return null;
  return trimmed.startsWith("+") ? `+${digits}` : trimmed.startsWith("00") ? `+${digits.slice(2)}` : digits;
}
