import type { NodeType } from "#journey";
import type { JourneyTemplate } from "#journey/templates";
import { cn } from "#ui/cn";

const [WIDTH, HEIGHT, MARGIN] = [236, 92, 24];

/** Steps that begin, send, decide and end are told apart; all others are quiet. */
const FILLS: Readonly<Partial<Record<NodeType, string>>> = {
  TRIGGER: "fill-success-ink",
  CONTENT: "fill-primary",
  CONDITION: "fill-warning-ink",
  SPLIT: "fill-warning-ink",
  WAIT_FOR_EVENT: "fill-warning-ink",
  WAIT_FOR_CONDITION: "fill-warning-ink",
  GOAL_CHECK: "fill-warning-ink",
};

/** The shape of a template, drawn from its steps and edges. */
export function TemplatePicture({ template, className }: { template: JourneyTemplate; className?: string }) {
  const places = new Map(template.nodes.map(({ name, position }) => [name, position]));
  const xs = template.nodes.map(({ position }) => position.x);
  const ys = template.nodes.map(({ position }) => position.y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const box = [
    left - MARGIN,
    top - MARGIN,
    Math.max(...xs) - left + WIDTH + 2 * MARGIN,
    Math.max(...ys) - top + HEIGHT + 2 * MARGIN,
  ];
  return (
    <svg viewBox={box.join(" ")} aria-hidden data-template-picture={template.key} className={cn("shrink-0", className)}>
      {template.edges.map(({ from, to, branch = "", label = "" }) => {
        const [start, end] = [places.get(from), places.get(to)];
        if (!start || !end) return null;
        const [x1, y1, x2, y2] = [start.x + WIDTH / 2, start.y + HEIGHT, end.x + WIDTH / 2, end.y];
        const bend = (y2 - y1) / 2;
        return (
          <path
            key={`${from} ${to} ${branch} ${label}`}
            d={`M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`}
            className="fill-none stroke-muted-foreground"
            strokeWidth={14}
          />
        );
      })}
      {template.nodes.map(({ name, type, position }) => (
        <rect
          key={name}
          {...position}
          width={WIDTH}
          height={HEIGHT}
          rx={22}
          className={FILLS[type] ?? "fill-muted-foreground"}
        />
      ))}
    </svg>
  );
}
