import { MoreHorizontal } from "lucide-react";
import type { ComponentProps } from "react";
import type { Journey } from "#data";
import { Button } from "#ui/button";

type JourneyMenuButtonProps = ComponentProps<typeof Button> & { journey: Journey };

export function JourneyMenuButton({ journey, ...props }: JourneyMenuButtonProps) {
  return (
    <Button variant="ghost" size="icon-sm" aria-label={`Actions for ${journey.name}`} {...props}>
      <MoreHorizontal />
    </Button>
  );
}
