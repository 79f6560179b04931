import { threadFault } from "#threads";
import { busy } from "./errors.ts";

/** Work in threads; refuses with `busy` when there is no thread to be had in time. */
export async function orBusy<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw threadFault(error) === "busy" ? busy() : error;
  }
}
