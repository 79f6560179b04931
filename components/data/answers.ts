/** One object of the API. */
export type One<Item> = { data: Item };

export type Meta = { total: number; page: number; limit: number; totalPages: number };

/** A page of a list. */
export type Page<Item> = { data: Item[]; meta: Meta };

export type PageQuery = { page?: number; limit?: number };
