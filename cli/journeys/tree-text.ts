import type { TransitionGraph } from "#dialects";
import { actionText, transitionRule } from "./texts.ts";

/** A graph as a tree from its entry; a node that was drawn before is named only, with an arrow back to it. */
export function treeText({ entryEvent, entryNode, nodes, transitions }: TransitionGraph): string {
  const lines = [entryEvent ?? "by hand"];
  const drawn = new Set<string>();
  const draw = (name: string, rule: string, indent: string, isLast: boolean): void => {
    const node = nodes[name];
    const isAgain = drawn.has(name);
    const what = node && !isAgain && node.action.type !== "none" ? ` (${actionText(node)})` : "";
    const end = node?.terminal ? " ■" : "";
    lines.push(`${indent}${isLast ? "└─" : "├─"} ${rule}${name}${isAgain ? " ↑" : `${what}${end}`}`);
    if (isAgain) return;
    drawn.add(name);
    const next = transitions.filter(({ from }) => from === name);
    for (const [index, transition] of next.entries())
      draw(
        transition.to,
        `${transitionRule(transition)} → `,
        `${indent}${isLast ? "   " : "│  "}`,
        index === next.length - 1,
      );
  };
  if (entryNode) draw(entryNode, "", "", true);
  const apart = Object.keys(nodes).filter((name) => !drawn.has(name));
  if (apart.length > 0) lines.push("", `Not reached: ${apart.join(", ")}`);
  return `${lines.join("\n")}\n`;
}
