/** How many rows an erasure deleted from each table, or cleared of the person where the row stays. */
export class Receipt {
  readonly #rows = new Map<string, number>();

  /** Zeros are noted too, as a receipt says which tables were looked at. */
  note(table: string, { count }: { readonly count: number }): void {
    this.#rows.set(table, (this.#rows.get(table) ?? 0) + count);
  }

  get rows(): Record<string, number> {
    return Object.fromEntries(this.#rows);
  }
}
