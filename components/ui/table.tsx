import type { ComponentProps } from "react";
import { cn } from "./cn.tsx";
import { ScrollFrame } from "./scroll-frame.tsx";

/** Scrolls inside its own frame when it is too wide. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return (
    <ScrollFrame className="relative w-full overflow-auto rounded-lg border bg-card shadow-raised">
      <table className={cn("w-full caption-bottom text-ui", className)} {...props} />
    </ScrollFrame>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<"thead">) {
  return <thead className={cn("[&_tr]:border-b", className)} {...props} />;
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody className={cn("[&_tr:last-child]:border-0", className)} {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      className={cn("border-b transition-colors hover:bg-muted/60 data-[state=selected]:bg-primary-soft", className)}
      {...props}
    />
  );
}

export function TableHead({ className, scope, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope={scope ?? "col"}
      className={cn(
        "h-9 whitespace-nowrap px-3 text-left align-middle font-medium text-muted-foreground text-xs",
        className,
      )}
      {...props}
    />
  );
}

export function TableCell({ className, ...props }: ComponentProps<"td">) {
  return <td className={cn("h-10 px-3 py-1.5 align-middle", className)} {...props} />;
}

export function TableCaption({ className, ...props }: ComponentProps<"caption">) {
  return <caption className={cn("sr-only", className)} {...props} />;
}
