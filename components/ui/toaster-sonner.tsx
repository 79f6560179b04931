"use client";
import { useTheme } from "next-themes";
import { type ComponentProps, useEffect } from "react";
import { Toaster as Sonner } from "sonner";

export { toast } from "sonner";

const CLASSES = {
  toast: "bg-popover! text-popover-foreground! border! border-border! shadow-floating! rounded-lg! text-ui! font-sans!",
  description: "text-muted-foreground!",
};

/** Sonner in the theme of the page; it shows only what is said while it is there, so it says when that is. */
export function SonnerToaster({ onReady }: { onReady: () => void }) {
  const { resolvedTheme } = useTheme();
  useEffect(onReady, [onReady]);
  const options: ComponentProps<typeof Sonner>["toastOptions"] = { classNames: CLASSES };
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      {...(options ? { toastOptions: options } : {})}
    />
  );
}
