import { ArrowLeft } from "lucide-react";
import { Link } from "#ui/link";

export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      className="inline-flex w-fit items-center gap-1 rounded-sm text-muted-foreground text-xs transition-colors hover:text-foreground"
    >
      <ArrowLeft className="size-3.5" aria-hidden />
      {children}
    </Link>
  );
}
