/** One piece of evidence as the reader sees it: the sentence, what it says, who said so, and where it stands. */

import { address, type Evidence } from "./api.js";
import { el, link } from "./dom.js";
import { marked } from "./marks.js";
import { day, local, predicate } from "./words.js";

/** The card of one claim. */
export function card(evidence: Evidence): HTMLElement {
  return el(
    "li",
    { class: "card" },
    el("p", { class: "claim" }, ...claim(evidence)),
    el("blockquote", {}, ...marked(evidence)),
    facts(evidence),
    origin(evidence),
  );
}

function claim(evidence: Evidence): (Node | string)[] {
  const modality = evidence.modality === "asserted" ? [] : [el("span", { class: "badge" }, evidence.modality)];
  return [
    evidence.subject_name,
    " ",
    el("b", {}, predicate(evidence.predicate)),
    " ",
    evidence.object_name,
    ...modality,
  ];
}

function facts(evidence: Evidence): HTMLElement {
  const { attributed_to_name: speaker, time, place_name: place, topic } = evidence;
  const said = [
    speaker && ["said by", `according to ${speaker}`],
    time && ["when", when(time)],
    place && ["where", `in ${place}`],
    topic && ["about", `topic: ${topic}`],
    ["confidence", `confidence ${Math.round(evidence.confidence * 100)} %`],
  ].filter((fact) => fact !== null && fact !== "");
  return el("ul", { class: "facts" }, ...said.map(([kind, text]) => el("li", { "data-fact": kind! }, text!)));
}

function when(time: NonNullable<Evidence["time"]>): string {
  if (time.end === null) return `not before ${day(time.begin)}`;
  return time.begin === time.end ? day(time.begin) : `${day(time.begin)} – ${day(time.end)}`;
}

function origin(evidence: Evidence): HTMLElement {
  const own = `articles/${local(evidence.article)}`;
  const title = evidence.title ?? own;
  const about = [evidence.source, evidence.published && day(evidence.published)].filter(Boolean).join(", ");
  return el(
    "footer",
    {},
    el("cite", {}, link(evidence.url ?? address(own), title)),
    about ? ` ${about}` : "",
    " ",
    el(
      "a",
      { href: address(`claims/${local(evidence.claim)}`), target: "_blank", rel: "noopener", class: "permalink" },
      "Permalink",
    ),
  );
}
