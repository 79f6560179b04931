import { threadFault } from "#threads";
import { busy } from "./errors.ts";

/** Runs work in threads; throws `busy` if no thread becomes free in time. */
export async function orBusy<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw threadFault(error) === "busy" ? busy() : error;
  }
}
