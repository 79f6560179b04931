"use client";

export function ExitForm() {
  return <p className="text-muted-foreground text-ui">The journey ends here. No settings.</p>;
}
