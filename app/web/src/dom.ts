/** Building the page: text goes in as text, never as markup, and a link leads to the web or nowhere. */

type Child = Node | string | null;

/** A new element; children that are null are left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** The element with this id; the page and this script are written together, so a missing one is a bug. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** A link that opens outside of the frame, or the bare text where the address is not one of the web. */
export function link(address: string | null, text: string): HTMLElement {
  if (!address || !isWeb(address)) return el("span", {}, text);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** Whether an address is http or https: an article's address comes from outside and may be anything. */
export function isWeb(address: string): boolean {
  const base = document.baseURI;
  return URL.canParse(address, base) && ["http:", "https:"].includes(new URL(address, base).protocol);
}
