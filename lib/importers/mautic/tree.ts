import { secondsAsDuration } from "../durations.ts";
import type { FlowStep, Piece, SketchNode } from "../graph/sketch.ts";
import { inFront } from "../graph/sketch.ts";
import { textOf } from "../json.ts";
import type { Outline } from "../outline.ts";
import { ACTIONS, unknownAction } from "./actions.ts";
import { CONDITIONS, unknownCondition } from "./conditions.ts";
import { DECISIONS, unknownDecision } from "./decisions.ts";
import { type Found, lastingId, propertiesOf } from "./export-index.ts";
import type { Scene, Translation } from "./translation.ts";
import { type Delay, delayOf, secondsOf } from "./waits.ts";

const JUMP = "campaign.jump_to_event";

/** People reach a step `elapsed` seconds after the step from which Mautic counts; null = it is not known. */
type Place = { readonly continuation: string | null; readonly elapsed: number | null; readonly beside?: string };

/**
 * The events of a campaign as steps. Mautic runs all events that follow one event beside each other, each after its own
 * interval; here a person is at one node, so such events follow each other in the order of their intervals.
 */
export class Tree {
  readonly steps: FlowStep[] = [];
  readonly #events: readonly Found[];
  readonly #scene: Scene;
  readonly #outline: Outline;
  readonly #placed = new Set<string>();

  constructor(events: readonly Found[], scene: Scene, outline: Outline) {
    this.#events = events;
    this.#scene = scene;
    this.#outline = outline;
  }

  /** Places the events that have no parent; returns the first of them. */
  placeAll(): string | null {
    const known = new Set(this.#events.map(({ fields }) => textOf(fields.id)));
    const roots = this.#events.filter(({ fields }) => !known.has(textOf(fields.parent_id)));
    const first = this.#place(roots, { continuation: null, elapsed: 0 });
    // What only a circle of parents leads to is drawn all the same, so that nothing is lost.
    for (const event of this.#events)
      if (!this.#placed.has(lastingId(event))) this.#place([event], { continuation: null, elapsed: 0 });
    return first;
  }

  #childrenOf({ fields }: Found, path: string | null): readonly Found[] {
    return this.#events.filter(
      (event) =>
        textOf(event.fields.parent_id) === textOf(fields.id) &&
        (path === null || textOf(event.fields.decisionPath) === path),
    );
  }

  #place(siblings: readonly Found[], { continuation, elapsed }: Place): string | null {
    const order = [...siblings].sort((left, right) => this.#compare(left, right));
    let passed = elapsed;
    for (const [index, event] of order.entries()) {
      const next = order[index + 1];
      const before = order[index - 1];
      this.#step(event, {
        continuation: next === undefined ? continuation : lastingId(next),
        elapsed: passed,
        ...(before === undefined ? {} : { beside: textOf(before.fields.name) }),
      });
      passed = this.#isPlain(event) && passed !== null ? Math.max(passed, secondsOf(event.fields) ?? 0) : null;
    }
    const [first] = order;
    return first === undefined ? continuation : lastingId(first);
  }

  /**
   * By interval. Of the same one, steps that take no further time come first, so that the others do not delay them;
   * decisions at which people may wait without an end come last of all.
   */
  #compare(left: Found, right: Found): number {
    const ranks = (event: Found): number[] => [
      Number(this.#isEndless(event)),
      secondsOf(event.fields) ?? Number.MAX_SAFE_INTEGER,
      Number(!this.#isPlain(event)),
    ];
    const [first, second] = [ranks(left), ranks(right)];
    const place = first.findIndex((rank, index) => rank !== second[index]);
    return place < 0 ? 0 : (first[place] ?? 0) - (second[place] ?? 0);
  }

  #isEndless(event: Found): boolean {
    return textOf(event.fields.event_type) === "decision" && this.#childrenOf(event, "no").length === 0;
  }

  /** An action that nothing follows takes no longer than its own wait. */
  #isPlain(event: Found): boolean {
    const isAction = !["condition", "decision"].includes(textOf(event.fields.event_type));
    return isAction && secondsOf(event.fields) !== null && this.#childrenOf(event, null).length === 0;
  }

  #step(event: Found, place: Place): void {
    const { fields } = event;
    const id = lastingId(event);
    if (this.#placed.has(id)) return;
    this.#placed.add(id);
    const delay = delayOf(fields, `event:${id}`, place.elapsed ?? 0);
    const kind = textOf(fields.event_type);
    if (textOf(fields.type) === JUMP) this.#jump(event, delay.nodes);
    else if (kind === "decision") this.#decide(event, place);
    else this.#act(event, kind === "condition", delay, place);
  }

  #act(event: Found, isCondition: boolean, delay: Delay, place: Place): void {
    const id = lastingId(event);
    const translated = this.#translate(event, isCondition ? CONDITIONS : ACTIONS);
    const piece = pieceOf(event, translated, isCondition ? { yes: "TRUE", no: "FALSE" } : { next: null });
    const waited =
      delay.nodes.length > 0 ? (piece === null ? waitsAlone(delay.nodes) : inFront(delay.nodes, piece)) : piece;
    const within = { continuation: place.continuation, elapsed: 0 };
    const next: Record<string, string | null> = isCondition
      ? { yes: this.#follow(event, "yes", within), no: this.#follow(event, "no", within) }
      : { next: this.#follow(event, null, within) };
    this.steps.push({ id, piece: waited, next, through: "next" });
    this.#note(event, translated, place, delay.reasons);
  }

  #follow(event: Found, path: string | null, place: Place): string | null {
    return this.#place(this.#childrenOf(event, path), place);
  }

  /** The steps on the side “no” run when their interval has passed without the event: the first interval is the timeout. */
  #decide(event: Found, place: Place): void {
    const id = lastingId(event);
    const refusals = this.#childrenOf(event, "no");
    const intervals = refusals.flatMap(({ fields }) => secondsOf(fields) ?? []);
    const timeout = refusals.length === 0 ? null : Math.min(...intervals, Number.MAX_SAFE_INTEGER);
    const seconds = timeout === Number.MAX_SAFE_INTEGER ? 0 : timeout;
    const translated = this.#translate(event, DECISIONS);
    const config = { ...translated.node?.config, ...(seconds === null ? {} : { timeout: secondsAsDuration(seconds) }) };
    const node = translated.node === null ? null : { ...translated.node, config };
    const branches = { yes: "event", ...(seconds === null ? {} : { no: "timeout" }) };
    const next = {
      yes: this.#follow(event, "yes", { continuation: place.continuation, elapsed: 0 }),
      no: this.#follow(event, "no", { continuation: place.continuation, elapsed: seconds ?? 0 }),
    };
    this.steps.push({ id, piece: pieceOf(event, { ...translated, node }, branches), next, through: "yes" });
    const reasons = seconds === null ? ["Nothing follows on the side “no”, so people wait here without an end."] : [];
    this.#note(event, translated, place, reasons);
  }

  /** A circle needs a wait here; Mautic takes a jump when its scheduler runs the next time. */
  #jump(event: Found, waits: readonly SketchNode[]): void {
    const wanted = textOf(propertiesOf(event.fields).jumpToEvent);
    const target = this.#events.find(
      (one) => textOf(one.fields.id) === wanted || (wanted !== "" && textOf(one.fields.uuid) === wanted),
    );
    const id = lastingId(event);
    const pause: SketchNode = {
      key: `event:${id}/wait`,
      name: nameOf(event.fields),
      type: "WAIT",
      config: { duration: "1m" },
    };
    const piece = target === undefined ? null : waitsAlone(waits.length > 0 ? waits : [pause]);
    this.steps.push({ id, piece, next: { next: target ? lastingId(target) : null }, through: "next" });
    const reasons =
      target === undefined
        ? ["The step to which it jumps is not in the file: the journey ends there."]
        : [`It became the edge to “${nameOf(target.fields)}”.`, ...(waits.length > 0 ? [] : [PAUSE_REASON])];
    const level = target === undefined ? "left_out" : waits.length > 0 ? "taken_over" : "approximated";
    this.#note(event, { node: null, level, reasons }, { continuation: null, elapsed: 0 }, []);
  }

  #translate({ fields }: Found, table: typeof ACTIONS): Translation {
    const type = textOf(fields.type);
    const translate = Object.hasOwn(table, type) ? table[type] : undefined;
    if (translate) return translate(propertiesOf(fields), this.#scene, nameOf(fields));
    if (table === CONDITIONS) return unknownCondition(type);
    return table === DECISIONS ? unknownDecision(type) : unknownAction(type);
  }

  #note(event: Found, translated: Translation, { beside, elapsed }: Place, more: readonly string[]): void {
    const { fields, pointer } = event;
    const reasons = [...translated.reasons, ...more];
    if (beside !== undefined) reasons.push(besideReason(beside, elapsed === null && (secondsOf(fields) ?? 0) > 0));
    const isApproximate = translated.level === "taken_over" && (beside !== undefined || more.length > 0);
    const level = isApproximate ? "approximated" : translated.level;
    const about = {
      pointer,
      subject: "step" as const,
      id: lastingId(event),
      name: nameOf(fields),
      type: textOf(fields.type),
    };
    const reason = reasons.length > 0 ? reasons.join(" ") : null;
    this.#outline.note(about, { level, reason, unfinished: translated.unfinished ?? false });
  }
}

const besideReason = (name: string, isLonger: boolean): string =>
  `Mautic runs it beside “${name}”; here it follows it.${isLonger ? " Its whole interval begins after that." : ""}`;

const PAUSE_REASON = "Mautic jumps when its scheduler runs the next time; here people wait for a minute.";

const nameOf = (fields: Found["fields"]): string => textOf(fields.name) || textOf(fields.type);

function pieceOf(event: Found, { node }: Translation, branches: Readonly<Record<string, string | null>>): Piece | null {
  if (node === null) return null;
  const key = `event:${lastingId(event)}`;
  const { content = null, ...rest } = node;
  const exits = Object.entries(branches).map(([exit, branch]) => [exit, { node: key, branch }]);
  return {
    nodes: [{ key, name: nameOf(event.fields), content, ...rest }],
    links: [],
    exits: Object.fromEntries(exits),
  };
}

/** The waits of a step that is left out: those behind it keep their times. */
function waitsAlone(waits: readonly SketchNode[]): Piece | null {
  const [first, ...rest] = waits;
  if (first === undefined) return null;
  const last = rest.at(-1) ?? first;
  const piece: Piece = { nodes: [last], links: [], exits: { next: { node: last.key } } };
  return last === first ? piece : inFront(waits.slice(0, -1), piece);
}
