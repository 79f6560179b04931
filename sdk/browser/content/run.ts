import { Box } from "./box.ts";
import { bringIntoView } from "./bring-into-view.ts";
import { draw, type Standing } from "./draw.ts";
import { type Found, findTarget, isCovered, isVisible } from "./find-target.ts";
import { isPage } from "./is-page.ts";
import { forget, recall, remember } from "./memory.ts";
import { openLink } from "./open-link.ts";
import type { Action, Advance, Asked, Button, Host, Item, Offered, Piece, Rule, Stage, Surveys } from "./view.ts";

const SAY_WAITING_MS = 2_000;
const GIVE_UP_MS = 30_000;

/** One content item on this page: where the person stands in it, and whether and how it is shown. */
export class Run {
  readonly offered: Offered;
  readonly #host: Host;
  readonly #changed: () => void;
  readonly #since = Date.now();
  #at = 0;
  #done: Set<string>;
  #folded: boolean;
  #box: Box | null = null;
  #found: Found | null = null;
  #waitingSince = 0;
  #said: Stage | null = null;
  #wasSeen = false;
  #used = false;
  #asked: Asked | null = null;
  ended = false;

  constructor(offered: Offered, host: Host, changed: () => void, surveys: Surveys | null = null) {
    this.offered = offered;
    this.#host = host;
    this.#changed = changed;
    const known = recall(host.win, offered.deliveryId);
    const { steps = [], open = true } = offered.document.parts;
    const step = known?.step ?? offered.step;
    this.#at = Math.max(
      0,
      steps.findIndex(({ id }) => id === step),
    );
    this.#done = new Set([...offered.done, ...(known?.done ?? [])]);
    this.#folded = !open;
    this.#used = step !== null && step !== undefined;
    this.ended = known?.ended ?? false;
    const { questions, said, thanks } = offered.document.parts;
    if (!surveys || !questions || !said || this.ended) return;
    const parts = { questions, said, ...(thanks ? { thanks } : {}) };
    this.#asked = surveys.ask(host.win, parts, step ?? null, {
      redraw: () => this.#redraw(true),
      answer: (answers, next, isLeaving) => {
        const more = { answers, ...(next === undefined ? {} : { step: next }) };
        host.report(offered.deliveryId, "answered", more, isLeaving);
        if (next !== undefined) remember(host.win, offered.deliveryId, { step: next });
      },
      finish: () => {
        forget(host.win, offered.deliveryId);
        this.#report("completed");
      },
    });
  }

  /** A survey that is answered says thanks until somebody closes it, though nothing waits for it any more. */
  get lingers(): boolean {
    return !this.ended && this.isShown && (this.#asked?.isDone ?? false);
  }

  get isShown(): boolean {
    return this.#box !== null;
  }

  get isBlocking(): boolean {
    return this.offered.document.blocking;
  }

  /** Content of the same place does not come at the same time. */
  get place(): string {
    const { type, document } = this.offered;
    return type === "checklist" ? type : type === "banner" ? `${type} ${document.parts.position}` : "main";
  }

  get #piece(): Piece {
    const { parts } = this.offered.document;
    return parts.steps?.[this.#at] ?? parts;
  }

  /** Shows it if this is its page and its target is there; else takes it off the page. */
  check(mayShow: boolean): void {
    const piece = this.#piece;
    const { pages } = this.offered.document.parts;
    const isDue = Date.now() - this.#since >= this.offered.document.delayMs;
    const isHere = this.#isHere(pages) && this.#isHere(piece.pages);
    const found = this.ended || !mayShow || !isDue || !isHere ? undefined : this.#find(piece);
    if (found === undefined || typeof found === "string") this.hide();
    else this.#show(found);
    if (typeof found === "string") this.#wait(found);
  }

  /** The target, `null` where the piece needs none, or why there is none; looked for again once its node is gone. */
  #find({ target }: Piece): Found | null | string {
    if (!target) return null;
    const { document } = this.#host.win;
    const kept = this.#found;
    const found = kept?.element.isConnected && isVisible(kept.element) ? kept : findTarget(document, target);
    return typeof found === "string" || !isCovered(document, found) ? found : "a modal dialog of the page covers it";
  }

  #isHere = (rules: readonly Rule[] | undefined): boolean => !rules?.length || rules.some((rule) => this.#isPage(rule));

  #isPage(rule: Rule): boolean {
    return isPage(rule, this.#host.win.location.href);
  }

  #wait(reason: string): void {
    this.#waitingSince ||= Date.now();
    const waited = Date.now() - this.#waitingSince;
    const stage = waited > GIVE_UP_MS ? "gave_up" : waited > SAY_WAITING_MS ? "waiting_for_target" : null;
    if (stage === null || stage === this.#said || this.#said === "gave_up") return;
    this.#said = stage;
    this.#report(stage, { reason, page: this.#host.win.location.href.slice(0, 2_000) });
  }

  #show(found: Found | null): void {
    this.#waitingSince = 0;
    if (this.#box && found?.element === this.#found?.element) return;
    if (found && !this.#box && this.offered.type === "flow") bringIntoView(this.#host.win, found.element);
    this.#found = found;
    this.#redraw(this.#used && this.offered.type === "flow");
  }

  #redraw(focus = false): void {
    const { win } = this.#host;
    const { type, document } = this.offered;
    const { parts, blocking } = document;
    const piece = this.#piece;
    const needsPage = piece.advance?.some(({ on }) => on === "click");
    const isNew = this.#box === null;
    const frame = { modal: blocking && !needsPage, sheet: this.#asked?.sheet ?? null };
    this.#box ??= new Box(win, this.offered, frame, () => this.#end("dismissed"));
    const steps = parts.steps?.length ?? 1;
    const standing: Standing = { at: this.#at, count: steps, done: this.#done, folded: this.#folded };
    const uses = { act: this.#act, use: this.#use, fold: this.#fold };
    const centred = !this.#found && (type === "flow" || type === "tooltip");
    const shape = this.#asked && !this.#found && (parts.shape ?? "corner");
    const classes = [type, parts.size, parts.position, centred && "centre", shape].filter(Boolean).join(" ");
    const inner = this.#asked?.draw() ?? null;
    const nodes = draw(this.offered, { piece, inner }, standing, uses);
    this.#box.draw(classes, { nodes, piece, found: this.#found }, focus);
    if (isNew) this.#box.onceSeen(() => this.#seen());
  }

  #seen(): void {
    if (this.#wasSeen || this.ended) return;
    this.#wasSeen = true;
    const { id } = this.#piece;
    this.#report("shown", id === undefined ? {} : { step: id });
  }

  /** The person is another one: nothing of it stays, not even the thanks. */
  leave(): void {
    this.#asked?.drop();
    if (!this.lingers) return;
    this.ended = true;
    this.hide();
  }

  /** It is not offered any more. */
  retire(): void {
    this.#asked?.end();
    this.hide();
  }

  hide(): void {
    this.#box?.close();
    this.#box = null;
    this.#found = null;
  }

  /** The address changed: it may wait for its target as long again. */
  route(): void {
    this.#waitingSince = 0;
    this.#said = null;
    this.#consider((advance) => advance.on === "page" && this.#isPage(advance.page));
  }

  tracked(event: string, properties: Readonly<Record<string, unknown>>): void {
    this.#consider(
      (advance) =>
        advance.on === "event" &&
        (event === advance.eventName || event === `app.${advance.eventName}`) &&
        Object.entries(advance.filter ?? {}).every(([name, value]) => properties[name] === value),
    );
  }

  clicked(path: readonly EventTarget[]): void {
    const { document } = this.#host.win;
    this.#consider((advance) => {
      if (advance.on !== "click") return false;
      const found = advance.target ? findTarget(document, advance.target) : this.#found;
      return found !== null && typeof found !== "string" && path.includes(found.element);
    });
  }

  /** Documents besides the page's own in which clicks are to be heard. */
  get frame(): Document | null {
    return this.#found?.frames.length ? this.#found.element.ownerDocument : null;
  }

  #consider(happened: (advance: Advance) => boolean): void {
    if (this.ended) return;
    for (const item of this.offered.document.parts.items ?? []) if (item.done?.some(happened)) this.#checkOff(item);
    const isAt = this.#wasSeen || this.#used;
    if (isAt && !this.ended && this.#piece.advance?.some(happened)) this.#act({ type: "next" });
  }

  #act = (action: Action, button?: Button): void => {
    if (this.ended) return;
    this.#used = true;
    if (button?.track) this.#host.track(button.track.eventName, button.track.properties);
    const { steps = [] } = this.offered.document.parts;
    switch (action.type) {
      case "dismiss":
      case "complete":
        this.#end(action.type === "dismiss" ? "dismissed" : "completed");
        break;
      case "next":
        this.#move(this.#at + 1);
        break;
      case "back":
        this.#move(Math.max(0, this.#at - 1));
        break;
      case "step":
        this.#move(steps.findIndex(({ id }) => id === action.step));
        break;
      case "link":
        if (action.after === "next") this.#move(this.#at + 1);
        if ((action.after ?? "complete") === "complete") this.#end("completed");
        openLink(this.#host.win, action);
    }
  };

  #move(at: number): void {
    const { steps = [] } = this.offered.document.parts;
    if (at >= steps.length) this.#end("completed");
    if (at < 0 || this.ended) return;
    this.#at = at;
    this.#found = null;
    const { id = "" } = this.#piece;
    this.#report("step", { step: id });
    remember(this.#host.win, this.offered.deliveryId, { step: id, done: [] });
    // A surface of another kind has to be made if the step needs the page.
    const { blocking } = this.offered.document;
    if (blocking || this.#piece.target) this.#waitingSince = 0;
    if (blocking) this.hide();
    if (this.#piece.target || !this.#isHere(this.#piece.pages)) this.check(true);
    else this.#redraw(true);
    this.#changed();
  }

  #use = (item: Item): void => {
    const { action } = item;
    if (!item.done) this.#checkOff(item);
    if (action?.type === "link") openLink(this.#host.win, action);
    else if (action && !this.ended) this.#act(action);
  };

  #checkOff(item: Item): void {
    if (this.#done.has(item.id)) return;
    this.#done.add(item.id);
    const done = [...this.#done];
    this.#report("step", { step: item.id, done });
    remember(this.#host.win, this.offered.deliveryId, { step: item.id, done });
    const items = this.offered.document.parts.items ?? [];
    if (items.every(({ id }) => this.#done.has(id))) this.#end("completed");
    else if (this.#box) this.#redraw();
  }

  #fold = (): void => {
    this.#folded = !this.#folded;
    this.#redraw();
  };

  #end(how: "completed" | "dismissed"): void {
    if (this.ended) return;
    const isAnswered = this.#asked?.isDone ?? false;
    this.#asked?.end();
    if (!this.#wasSeen) this.#seen();
    this.ended = true;
    forget(this.#host.win, this.offered.deliveryId);
    if (!isAnswered) this.#report(how);
    this.hide();
    this.#changed();
  }

  #report(stage: Stage, more?: object): void {
    this.#host.report(this.offered.deliveryId, stage, more);
  }
}
