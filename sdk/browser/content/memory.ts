/** Where a person stands, for the next page of this tab: it may be asked for before the server has noted it. */
export type Remembered = { readonly step?: string; readonly done?: readonly string[]; readonly ended?: boolean };

const nameOf = (deliveryId: string) => `sojourn.at.${deliveryId}`;

export function recall(win: Window, deliveryId: string): Remembered | null {
  try {
    return JSON.parse(win.sessionStorage.getItem(nameOf(deliveryId)) ?? "null");
  } catch {
    return null;
  }
}

export function remember(win: Window, deliveryId: string, what: Remembered): void {
  try {
    win.sessionStorage.setItem(nameOf(deliveryId), JSON.stringify(what));
  } catch {
    // The browser keeps nothing for this page; the server knows it a moment later.
  }
}

export const forget = (win: Window, deliveryId: string): void => remember(win, deliveryId, { ended: true });
