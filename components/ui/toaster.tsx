"use client";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

export { toast } from "sonner";

export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      toastOptions={{
        classNames: {
          toast:
            "bg-popover! text-popover-foreground! border! border-border! shadow-floating! rounded-lg! text-ui! font-sans!",
          description: "text-muted-foreground!",
        },
      }}
    />
  );
}
