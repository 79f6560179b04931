/**
 * Stands for journey, version and step of a message that was asked for alone. Such a message has its own id as that of
 * its enrollment, so that it is unique as every other one.
 */
export const NO_JOURNEY = "00000000-0000-0000-0000-000000000000";
