/** One object of the API. */
export type One<Item> = { data: Item };

export type Meta = {
  total: number;
  page: number;
  limit: number;
  totalPages: number;
  /** `total` is an estimate. */
  isAbout?: boolean;
  nextCursor?: string | null;
};

/** A page of a list. */
export type Page<Item> = { data: Item[]; meta: Meta };

export type PageQuery = { page?: number; limit?: number };
