const PERSONAL =
  /mail|phone|mobile|name$|address|street|birth|gender|token|password|secret|iban|ssn|(^|_)ip$|user_?id/i;

/** Whether a property or trait of this name tells who somebody is, so that its values are not offered to others. */
export const isPersonalField = (name: string): boolean => PERSONAL.test(name);
