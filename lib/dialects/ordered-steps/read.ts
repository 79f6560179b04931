import { freeName, isEnd, type JourneyEdge, type JourneyNode } from "#journey";
import { type AnyEdge, type AnyNode, assembleJourney } from "../assemble.ts";
import type { DialectProblem, ReadContext, Reading } from "../dialect.ts";
import { readShape, warningAt } from "../problems.ts";
import { sameJson } from "../same-json.ts";
import { sameEntry, settingsFor, triggerConfigFor } from "./entry.ts";
import { type Printed, print } from "./print.ts";
import { OrderedSteps, type Step } from "./schema.ts";
import { keysOf, readStep } from "./steps/index.ts";
import { targetsOf } from "./targets.ts";

/**
 * Reads ordered steps. A step that is not defined yet is a warning; it becomes an action without operations, which
 * cannot be published. What is written as `print` writes the journey of before stays as it was.
 */
export function read(foreign: unknown, context: ReadContext): Reading {
  const { value: journey, problems: wrong } = readShape(OrderedSteps, foreign);
  if (journey === null) return { journey: null, problems: wrong };
  const problems = [...wrong, ...undefinedTargets(journey.steps)];
  const { before } = context;
  const printed = before === undefined ? null : print(before);
  const steps = new Reader(journey.steps, printed, context);
  const { nodes, edges } = steps.withEntry(journey, before?.document.edges ?? []);
  const settingsBefore = before && printed ? { settings: before.document.settings, entry: printed.journey } : null;
  const parts = {
    name: journey.name,
    ...(journey.description === undefined ? {} : { description: journey.description }),
    nodes,
    edges,
    written: [...(printed?.nodes.values() ?? [])].map(({ id }) => id),
    settings: settingsFor(journey, settingsBefore),
  };
  return { journey: assembleJourney(parts, context), problems };
}

/** The places that name a step which is not defined. */
function undefinedTargets(steps: readonly Step[]): DialectProblem[] {
  const ids = new Set(steps.map(({ id }) => id));
  const check = (target: string | null | undefined, ...path: (string | number)[]) =>
    typeof target === "string" && !ids.has(target)
      ? [warningAt(["steps", ...path], "unknown_target", `The step “${target}” is not defined.`)]
      : [];
  return steps.flatMap((step, index) => [
    ...check(step.next, index, "next"),
    ...(step.type === "branch"
      ? [
          ...step.config.conditions.flatMap(({ targetStepId }, at) =>
            check(targetStepId, index, "config", "conditions", at, "targetStepId"),
          ),
          ...check(step.config.defaultTargetStepId, index, "config", "defaultTargetStepId"),
        ]
      : []),
  ]);
}

type Parts = { readonly nodes: AnyNode[]; readonly edges: AnyEdge[] };

class Reader {
  readonly #steps: readonly Step[];
  readonly #printed: Printed | null;
  readonly #context: ReadContext;
  readonly #names: Set<string>;
  /** The name of the end; it is made when the first step needs it. */
  #end: string | null = null;
  readonly #exits: readonly JourneyNode[];
  /** The name of the trigger by the id of the one that it was. */
  readonly #entryNames = new Map<string, string>();

  constructor(steps: readonly Step[], printed: Printed | null, context: ReadContext) {
    this.#steps = steps;
    this.#printed = printed;
    this.#context = context;
    this.#names = new Set(
      steps.flatMap(({ id }, index) => [id, ...targetsOf(steps, index).filter((name) => name !== null)]),
    );
    this.#exits = context.before?.document.nodes.filter(isEnd) ?? [];
  }

  /** All parts: the trigger, the steps, those that are not defined yet, and the ends. */
  withEntry(journey: OrderedSteps, edgesBefore: readonly JourneyEdge[]): Parts {
    const { trigger, way, otherTriggers } = this.#printed ?? { trigger: null, way: null, otherTriggers: [] };
    const first = this.#steps[0]?.id ?? null;
    const isSame = this.#printed !== null && sameEntry(journey, this.#printed.journey);
    const wayStays = way !== null && this.#leadsTo(first, way);
    const entryIds = new Set([trigger?.id, ...otherTriggers.map(({ id }) => id)]);
    const left = edgesBefore.filter((edge) => entryIds.has(edge.sourceNodeId) && (edge !== way || wayStays));
    const hasEntry = this.#printed === null || trigger !== null || !isSame;
    const end = this.#printed === null || way !== null ? () => this.#endName() : () => null;
    const begin = wayStays || !hasEntry ? null : (first ?? end());
    const steps = this.#read(left);
    if (!hasEntry) return steps;
    const name = freeName(trigger?.name ?? "trigger", this.#names);
    const entry: AnyNode =
      isSame && trigger !== null
        ? { name, keeps: trigger }
        : { name, type: "TRIGGER", config: triggerConfigFor(journey) };
    const others = otherTriggers.map((keeps): AnyNode => ({ name: freeName(keeps.name, this.#names), keeps }));
    const nodes = [entry, ...others, ...steps.nodes];
    if (trigger !== null) this.#entryNames.set(trigger.id, name);
    const ways: AnyEdge[] = begin === null ? [] : [{ from: name, to: begin }];
    return { nodes, edges: [...ways, ...this.#keep(left, nodes), ...steps.edges] };
  }

  /** Whether the edge from the trigger leads to the first step, or to an end if there are no steps. */
  #leadsTo(first: string | null, { targetNodeId }: JourneyEdge): boolean {
    if (first !== null) return this.#printed?.nodes.get(first)?.id === targetNodeId;
    return this.#exits.some(({ id }) => id === targetNodeId);
  }

  #read(left: readonly JourneyEdge[]): Parts {
    const nodes: AnyNode[] = [];
    const edges: AnyEdge[] = [];
    const kept: JourneyEdge[] = [];
    for (const [index, step] of this.#steps.entries()) {
      const { id } = step;
      const node = this.#printed?.nodes.get(id);
      const stays = node !== undefined && this.#isSame(step);
      nodes.push(
        stays ? { name: id, keeps: node } : { name: id, ...readStep(step, node, this.#context.contentTypeOf) },
      );
      if (stays && this.#leadsTheSame(index)) kept.push(...this.#outgoingOf(node));
      else edges.push(...this.#edgesOf(step, index, stays ? node : undefined));
    }
    const undefinedNodes = [...this.#undefinedSteps()].map((name): AnyNode => {
      const before = this.#printed?.nodes.get(name);
      const isUndefined = before !== undefined && !this.#printed?.journey.steps.some(({ id }) => id === name);
      return isUndefined ? { name, keeps: before } : { name, type: "ACTION", config: {} };
    });
    const ends = this.#ends([...kept, ...left]);
    const all = [...nodes, ...undefinedNodes, ...ends];
    return { nodes: all, edges: [...edges, ...this.#keep(kept, all)] };
  }

  /** The step is written as it was, wherever it leads. */
  #isSame({ next: _next, ...step }: Step): boolean {
    const before = this.#printed?.journey.steps.find(({ id }) => id === step.id);
    if (before === undefined) return false;
    const { next: _nextBefore, ...written } = before;
    return sameJson(step, written);
  }

  #leadsTheSame(index: number): boolean {
    const before = this.#printed?.journey.steps ?? [];
    const at = before.findIndex(({ id }) => id === this.#steps[index]?.id);
    return at >= 0 && sameJson(targetsOf(this.#steps, index), targetsOf(before, at));
  }

  #outgoingOf({ id }: JourneyNode): JourneyEdge[] {
    return this.#context.before?.document.edges.filter(({ sourceNodeId }) => sourceNodeId === id) ?? [];
  }

  #edgesOf(step: Step, index: number, node: JourneyNode | undefined): AnyEdge[] {
    const exits = step.type === "branch" ? this.#branchesOf(step, node) : [null];
    return targetsOf(this.#steps, index).map((target, at) => ({
      from: step.id,
      to: target ?? this.#endName(),
      branch: exits[at] ?? null,
    }));
  }

  #branchesOf(step: Extract<Step, { type: "branch" }>, stays: JourneyNode | undefined): string[] {
    if (stays?.config.branches === undefined && stays !== undefined) return ["TRUE", "FALSE"];
    return [...keysOf(step.config.conditions, this.#printed?.nodes.get(step.id)), "default"];
  }

  #endName(): string {
    this.#end ??= freeName(this.#exits[0]?.name ?? "exit", this.#names);
    return this.#end;
  }

  #undefinedSteps(): Set<string> {
    const ids = new Set(this.#steps.map(({ id }) => id));
    return new Set(
      this.#steps.flatMap((_, index) =>
        targetsOf(this.#steps, index).filter((name) => name !== null && !ids.has(name)),
      ) as string[],
    );
  }

  /** The end that steps lead to, the ends that kept edges lead to, and those that nothing led to before. */
  #ends(kept: readonly JourneyEdge[]): AnyNode[] {
    const [first, ...others] = this.#exits;
    const edges = this.#context.before?.document.edges ?? [];
    const isNeeded = ({ id }: JourneyNode) =>
      kept.some(({ targetNodeId }) => targetNodeId === id) || edges.every(({ targetNodeId }) => targetNodeId !== id);
    const named = this.#end;
    const own: AnyNode[] =
      first === undefined
        ? named === null
          ? []
          : [{ name: named, type: "EXIT", config: {} }]
        : named !== null || isNeeded(first)
          ? [{ name: this.#endName(), keeps: first }]
          : [];
    return [
      ...own,
      ...others.filter(isNeeded).map((keeps): AnyNode => ({ name: freeName(keeps.name, this.#names), keeps })),
    ];
  }

  /** Edges of before whose nodes are still there. */
  #keep(edges: readonly JourneyEdge[], nodes: readonly AnyNode[]): AnyEdge[] {
    const names = new Map([...(this.#printed?.nodes ?? [])].map(([name, { id }]) => [id, name]));
    for (const [id, name] of this.#entryNames) names.set(id, name);
    for (const node of nodes) if ("keeps" in node) names.set(node.keeps.id, node.name);
    const has = new Set(nodes.map(({ name }) => name));
    return edges.flatMap((keeps) => {
      const [from, to] = [names.get(keeps.sourceNodeId), names.get(keeps.targetNodeId)];
      return from !== undefined && to !== undefined && has.has(from) && has.has(to) ? [{ from, to, keeps }] : [];
    });
  }
}
