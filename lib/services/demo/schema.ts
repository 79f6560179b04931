import * as z from "zod";

/** The deleted counts of the Demo workspace. */
export const RemovedDemo = z.object({ people: z.int(), journeys: z.int() }).meta({ id: "RemovedDemo" });
export type RemovedDemo = z.infer<typeof RemovedDemo>;
