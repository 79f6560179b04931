import { Bell, onWork } from "#db";
import { inLogContext } from "#log";
import { countFailedLoop } from "#metrics";

export type Loop = { readonly stop: () => Promise<void> };

export type LoopOptions = {
  readonly name: string;
  /** Does one piece of work; `false`: there was nothing to do. */
  readonly work: () => Promise<boolean>;
  /** Sleep after finding nothing to do, in ms. */
  readonly idleMs: number;
  /** Whether work that is announced in this process ends the sleep early; other processes are polled (R13). */
  readonly wakes: boolean;
  readonly report: (message: string, detail: unknown) => void;
};

const BACK_OFF_MS = [100, 250, 500, 1_000, 2_000, 5_000];

/** Works as long as there is work and sleeps while there is none. While the database is away the waits grow. */
export function startLoop(options: LoopOptions): Loop {
  const bell = new Bell();
  const ignore = options.wakes ? onWork(() => bell.ring()) : () => {};
  let stopping = false;
  let failures = 0;
  const run = async () => {
    while (!stopping) {
      // The lines of one round belong together.
      const batchId = crypto.randomUUID();
      try {
        const worked = await inLogContext({ batchId }, options.work);
        failures = 0;
        if (!worked && !stopping) await bell.sleep(options.idleMs);
      } catch (error) {
        countFailedLoop(options.name);
        if (failures === 0)
          inLogContext({ batchId }, () => options.report(`${options.name} failed; it tries again`, error));
        const wait = BACK_OFF_MS[Math.min(failures++, BACK_OFF_MS.length - 1)] ?? 5_000;
        if (!stopping) await bell.sleep(wait);
      }
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping = true;
      ignore();
      bell.ring();
      await running;
    },
  };
}
