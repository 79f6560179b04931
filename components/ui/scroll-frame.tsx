"use client";
import { type ComponentProps, useEffect, useRef, useState } from "react";

/** A box that scrolls; while it has something to scroll the keyboard reaches it too. */
export function ScrollFrame(props: ComponentProps<"div">) {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const measure = () => setScrolls(box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return <div ref={frame} {...(scrolls ? { tabIndex: 0 } : {})} {...props} />;
}
