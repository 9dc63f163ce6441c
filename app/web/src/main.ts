/** The page: loads what it is about, draws it, and keeps drawing and panel in step. */

import { Failure } from "./api.js";
import { byId, el } from "./dom.js";
import { draw, type Choice, type Drawing } from "./graph.js";
import { legend } from "./legend.js";
import { network } from "./network.js";
import * as panel from "./panel.js";
import { path } from "./path.js";
import type { View } from "./view.js";

const LOADERS = { network, path };
let drawing: Drawing | null = null;

byId("zoom-in").onclick = () => drawing?.zoom(1.3);
byId("zoom-out").onclick = () => drawing?.zoom(1 / 1.3);
byId("fit").onclick = () => drawing?.fit();
void load();

async function load(): Promise<void> {
  say("Loading …");
  try {
    const { view, ...options } = document.body.dataset;
    const views = await LOADERS[view as keyof typeof LOADERS](options);
    if (views[0]) open(views, 0);
    else say(document.body.dataset["empty"]!);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message, { retry: true });
  }
}

/** Fills the page with one view of several; buttons lead to the others. */
function open(views: readonly View[], chosen: number): void {
  const view = views[chosen]!;
  document.body.dataset["state"] = "ready";
  byId("summary").textContent = byId("status").textContent = view.summary;
  alternatives(views, chosen);
  legend(view.picture.nodes);
  drawing?.end();
  drawing = start(view);
}

/** Draws the view and shows its list; a choice in either shows the sentences, Escape and the button go back. */
function start(view: View): Drawing {
  const drawing = draw(byId("graph"), view.picture, choose);
  let chosen: Choice | null = null;
  panel.list(view, choose);
  document.onkeydown = ({ key }) => {
    if (key === "Escape") back();
  };
  return drawing;

  function choose(choice: Choice): void {
    chosen = choice;
    drawing.show(choice);
    panel.evidence(view, choice, back);
  }
  function back(): void {
    if (!chosen) return;
    drawing.show(null);
    panel.list(view, choose);
    panel.focusEntry(view, chosen);
    chosen = null;
  }
}

function alternatives(views: readonly View[], chosen: number): void {
  const buttons = views.map((_, index) => {
    const pressed = String(index === chosen);
    const button = el("button", { type: "button", "aria-pressed": pressed }, `Path ${index + 1}`);
    button.addEventListener("click", () => open(views, index));
    return button;
  });
  byId("alternatives").replaceChildren(...(views.length > 1 ? buttons : []));
}

function say(text: string, { retry = false } = {}): void {
  document.body.dataset["state"] = "message";
  const button = el("button", { type: "button" }, "Try again");
  button.addEventListener("click", () => void load());
  byId("message").replaceChildren(el("p", {}, text), ...(retry ? [button] : []));
}
