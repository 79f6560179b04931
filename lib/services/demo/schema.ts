import * as z from "zod";

/** What went with the Demo workspace. */
export const RemovedDemo = z.object({ people: z.int(), journeys: z.int() }).meta({ id: "RemovedDemo" });
export type RemovedDemo = z.infer<typeof RemovedDemo>;
