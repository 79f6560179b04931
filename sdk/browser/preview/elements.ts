import { isVisible } from "../content/find-target.ts";

/** What people mean when they point: controls, words, pictures and regions. */
const POINTED =
  "a,button,input,select,textarea,summary,label,img,svg,h1,h2,h3,h4,li,td,th,nav,main,header,footer,section,article,form,[role],[tabindex],[data-testid]";
const MOST = 2_000;

/** The documents of the page: its own, and those of its frames that it may look into. */
export function documentsOf(page: Document): Document[] {
  const inner = everyElement(page).flatMap((element) => contentOf(element) ?? []);
  return [page, ...inner.flatMap(documentsOf)];
}

/** The elements that people may mean, in order, through open shadow roots and frames of the same origin. */
export function pointedElements(page: Document): Element[] {
  const found: Element[] = [];
  for (const document of documentsOf(page))
    for (const element of everyElement(document))
      if (found.length < MOST && element.matches(POINTED) && isVisible(element)) found.push(element);
  return found;
}

function everyElement(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll("*")].flatMap((element) => {
    if (element.localName.startsWith("sojourn-")) return [];
    return element.shadowRoot ? [element, ...everyElement(element.shadowRoot)] : [element];
  });
}

/** The document in a frame; null for those of other origins, and for what is no frame. */
function contentOf(element: Element): Document | null {
  return element.localName === "iframe" ? (element as HTMLIFrameElement).contentDocument : null;
}

/** The frames of the page around an element, the outermost first. */
export function framesAround(element: Element, page: Document): Element[] {
  const frame = element.ownerDocument === page ? null : element.ownerDocument.defaultView?.frameElement;
  return frame ? [...framesAround(frame, page), frame] : [];
}
