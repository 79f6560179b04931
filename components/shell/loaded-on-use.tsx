"use client";
import { type ComponentType, useEffect, useState } from "react";
import { toast } from "#ui/toaster";

/**
 * A part of a page whose code is loaded when it is used for the first time, such as a dialog when it opens (decision
 * 0125). From then on it stays, so that closing it is animated and what was typed in it is kept. When its code cannot be
 * loaded, a message says so and offers to try again; nothing else of the page is lost. `meanwhile` keeps its place.
 */
export function loadedOnUse<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  isUsed: (props: Props) => boolean = () => true,
  meanwhile: React.ReactNode = null,
): (props: Props) => React.ReactNode {
  let loaded: ComponentType<Props> | null = null;
  const get = async () => {
    loaded ??= await load();
    return loaded;
  };
  return function LoadedOnUse(props: Props) {
    const used = isUsed(props);
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => (used ? loaded : null));
    const isMissing = used && Part === null;
    useEffect(() => {
      if (!isMissing) return;
      let isGone = false;
      const attempt = () =>
        void get().then(
          (part) => (isGone ? undefined : setPart(() => part)),
          () => (isGone ? undefined : sayFailed(attempt)),
        );
      attempt();
      return () => {
        isGone = true;
      };
    }, [isMissing]);
    if (Part) return <Part {...props} />;
    return used ? meanwhile : null;
  };
}

/** What a page does whose code did not arrive. */
export function sayFailed(again: () => void): void {
  toast.error("A part of the page could not be loaded. Check the connection.", {
    action: { label: "Try again", onClick: again },
    duration: Number.POSITIVE_INFINITY,
  });
}
