/** Turning what the service says into what a reader reads. */

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** `spoke_with` and `verb:spoke_with` -> "spoke with". */
export function predicate(name: string): string {
  return name.slice(name.indexOf(":") + 1).replaceAll("_", " ");
}

/** The predicates of an edge, the first ones by name: "spoke with, met with +1". */
export function predicates(names: readonly string[], { shown }: { shown: number }): string {
  const rest = names.length - shown;
  return names.slice(0, shown).map(predicate).join(", ") + (rest > 0 ? ` +${rest}` : "");
}

/** `2025-03-16` or a date-time -> "16 March 2025"; what is no date is shown as it came. */
export function day(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : DAY.format(at);
}

/** "1 sentence", "2 sentences". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** `actor:marco-rubio` -> `marco-rubio`, as the service's addresses have it. */
export function local(id: string): string {
  return encodeURIComponent(id.slice(id.indexOf(":") + 1));
}
