import type { CutMode, CuttingProxy } from "#db/testing";

type Run = {
  readonly proxy: Pick<CuttingProxy, "arm" | "statements">;
  /** Gives the work something to do, past the proxy. */
  readonly prepare: () => Promise<unknown>;
  /** Goes through the proxy, and fails where its connection is cut. */
  readonly work: () => Promise<unknown>;
  /** Brings what was left to an end, past the proxy, as another process would. */
  readonly settle: () => Promise<unknown>;
  /** Cuts at each so manieth statement; 1 cuts at every one. */
  readonly step?: number;
};

/**
 * Repeats a piece of work, each time with a connection that is cut before or after another one of its statements, until no
 * statement is left to cut. Returns how many cuts there were, and how many the work told of.
 */
export async function cutEveryStatement(
  { proxy, prepare, work, settle, step = 1 }: Run,
  mode: CutMode,
): Promise<{ cuts: number; failures: number }> {
  let failures = 0;
  for (let at = 1; ; at += step) {
    await prepare();
    proxy.arm({ at, mode });
    const failed = await work().then(
      () => false,
      () => true,
    );
    const wasCut = proxy.statements >= at;
    proxy.arm(null);
    await settle();
    if (!wasCut) return { cuts: Math.floor((at - 1) / step), failures };
    if (failed) failures += 1;
  }
}
