"use client";
import { type ComponentProps, type ComponentType, useEffect, useRef, useState } from "react";
import { sayFailed } from "./loaded-on-use.tsx";

export type MenuState = { open: boolean; onOpenChange: (open: boolean) => void };

/** What a button does to have its menu loaded; the button looks as it will with the menu. */
export type MenuButtonProps = Pick<
  ComponentProps<"button">,
  "aria-haspopup" | "aria-expanded" | "onPointerEnter" | "onPointerDown" | "onFocus" | "onClick"
>;

/**
 * A menu whose code is loaded when somebody points at its button or focuses it (decision 0125): a page of a list has
 * twenty of them and mostly needs none. The button with the menu replaces the plain one between two clicks, never within
 * one, and takes its focus over.
 */
export function menuOnUse<Props extends object>(
  load: () => Promise<ComponentType<Props & MenuState>>,
  Button: ComponentType<Props & MenuButtonProps>,
): (props: Props) => React.ReactNode {
  let loading: Promise<ComponentType<Props & MenuState>> | null = null;
  const get = () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  return function MenuOnUse(props: Props) {
    const holder = useRef<HTMLSpanElement>(null);
    const isPressed = useRef(false);
    const isOpening = useRef(false);
    const hadFocus = useRef(false);
    const [open, setOpen] = useState(false);
    const [Loaded, setLoaded] = useState<ComponentType<Props & MenuState> | null>(null);
    const want = async () => {
      const Menu = await get().catch(reportError);
      if (!Menu) {
        if (isOpening.current) sayFailed(() => void want());
        return;
      }
      if (isPressed.current) return;
      // An open menu has the focus itself, and closes when something outside of it takes it.
      hadFocus.current = !isOpening.current && holder.current?.contains(document.activeElement) === true;
      setLoaded(() => Menu);
    };
    useEffect(() => {
      if (Loaded && hadFocus.current) holder.current?.querySelector("button")?.focus();
    }, [Loaded]);
    const click = () => {
      isPressed.current = false;
      isOpening.current = true;
      setOpen(true);
      void want();
    };
    return (
      <span ref={holder} className="contents">
        {Loaded ? (
          <Loaded {...props} open={open} onOpenChange={setOpen} />
        ) : (
          <Button
            {...props}
            aria-haspopup="menu"
            aria-expanded={false}
            onPointerEnter={() => void want()}
            onPointerDown={() => {
              isPressed.current = true;
            }}
            onFocus={() => void want()}
            onClick={click}
          />
        )}
      </span>
    );
  };
}
