import type { ComponentProps } from "react";
import { cn } from "./cn.tsx";

export const controlClasses =
  "w-full min-w-0 rounded-md border border-input bg-card px-2.5 text-ui text-foreground shadow-raised transition-[border-color,box-shadow] placeholder:text-muted-foreground focus-visible:border-ring focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-ring/25 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-destructive aria-invalid:ring-destructive/20 max-sm:text-base";

export function Input({ className, type, ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type ?? "text"}
      className={cn(
        controlClasses,
        type === "file" ? "h-auto py-1.5 file:border-0 file:bg-transparent" : "h-8",
        className,
      )}
      {...props}
    />
  );
}
