"use client";
import { Ago } from "#shell";

const SOON_MS = 14 * 86_400_000;

/** When a key ends; set off when that is soon, or over. */
export function KeyEnd({ expiresAt }: { expiresAt: string }) {
  const left = Date.parse(expiresAt) - Date.now();
  if (left <= 0)
    return (
      <span className="font-medium text-destructive-ink">
        expired <Ago at={expiresAt} />
      </span>
    );
  return (
    <span className={left < SOON_MS ? "font-medium text-warning-ink" : undefined}>
      <Ago at={expiresAt} />
    </span>
  );
}
