/** The drawing: Cytoscape on a canvas. Everything it shows stands in the panel's list as well. */

import cytoscape, { type Core } from "cytoscape";
import { onSchemeChange } from "./colours.js";
import { byId } from "./dom.js";
import { edgeId, elements, type Picture } from "./picture.js";
import { bend, places, runsDown } from "./places.js";
import { style, type Measures } from "./style.js";

/** What is chosen: an edge by its place in the picture, or a node by its id. */
export type Choice = { edge: number } | { node: string };

export interface Drawing {
  /** Shows what is chosen, or nothing. */
  show(choice: Choice | null): void;
  zoom(factor: number): void;
  fit(): void;
  /** Takes the drawing away and stops listening. */
  end(): void;
}

// With less than this many square pixels an edge, only the edge that the reader chooses or points at has its words.
const EDGE_AREA = 10_000;
// The same where the way from the centre to a contact, in pixels, is hardly longer than the words.
const SMALL = 340;
const MARGIN = 16;
// A network is made to measure; a short line may be enlarged.
const LARGEST_ZOOM = { network: 1, line: 1.3 };

/** Draws the picture into the container and reports what the reader clicks. */
export function draw(container: HTMLElement, picture: Picture, onChoice: (choice: Choice) => void): Drawing {
  takeStyleSheetsPlace();
  container.replaceChildren();
  const cy = cytoscape({ container, elements: elements(picture), style: [], minZoom: 0.15, maxZoom: 4 });
  const restyle = (): void => void cy.style(style(measures(cy, picture)));
  const fit = (): void => {
    restyle();
    arrange(cy, picture);
    fitted(cy, restyle, LARGEST_ZOOM[picture.shape]);
  };
  const life = new AbortController();
  fit();
  onSchemeChange(restyle, life.signal);
  keepFitted(container, fit, life.signal);
  listen(cy, onChoice);
  zoomOnPurpose(cy, container, life.signal);
  const end = (): void => (life.abort(), cy.destroy());
  return { show: (choice) => show(cy, choice), zoom: (factor) => zoom(cy, factor), fit, end };
}

// Cytoscape would write a style element, which the page's policy forbids, unless one with this id is there already.
function takeStyleSheetsPlace(): void {
  document.querySelector("link[rel=stylesheet]")!.id = "__________cytoscape_stylesheet";
}

function arrange(cy: Core, picture: Picture): void {
  cy.resize();
  const room = { width: cy.width(), height: cy.height() };
  const at = places(picture, room);
  cy.nodes().positions((node) => at.get(node.id()) ?? { x: 0, y: 0 });
  cy.edges(".chord").forEach((edge) => void edge.data("bend", bend(edge.source().position(), edge.target().position())));
  cy.nodes().forEach((node) => void node.toggleClass("spare", !at.has(node.id())));
  cy.elements().toggleClass("down", runsDown(picture, room));
  byId("left-out").textContent = at.size < picture.nodes.length ? `${at.size} of ${picture.nodes.length} drawn` : "";
}

/** The whole picture in view, its words no smaller than they are meant to be. */
function fitted(cy: Core, restyle: () => void, largest: number): void {
  cy.fit(cy.nodes(":visible"), MARGIN);
  restyle();
  cy.fit(cy.nodes(":visible"), MARGIN);
  if (cy.zoom() > largest) {
    cy.zoom(largest);
    cy.center(cy.nodes(":visible"));
  }
}

function measures(cy: Core, { shape }: Picture): Measures {
  const room = Math.min(cy.width(), cy.height());
  return {
    scale: Math.max(1, 1 / cy.zoom()),
    largest: Math.min(54, Math.max(32, room / 9)),
    crowded: (shape === "network" && room < SMALL) || cy.width() * cy.height() < EDGE_AREA * cy.edges(":visible").length,
  };
}

function keepFitted(container: HTMLElement, fit: () => void, signal: AbortSignal): void {
  let { clientWidth: width, clientHeight: height } = container;
  const observer = new ResizeObserver(() => {
    if (container.clientWidth === width && container.clientHeight === height) return;
    ({ clientWidth: width, clientHeight: height } = container);
    fit();
  });
  observer.observe(container);
  signal.addEventListener("abort", () => observer.disconnect());
}

function listen(cy: Core, onChoice: (choice: Choice) => void): void {
  cy.on("tap", "edge", (event) => onChoice({ edge: event.target.data("index") }));
  cy.on("tap", "node", (event) => onChoice({ node: event.target.id() }));
  cy.on("mouseover", "edge", (event) => event.target.addClass("hover"));
  cy.on("mouseout", "edge", (event) => event.target.removeClass("hover"));
  const cursor = (name: string) => (): void => void (cy.container()!.style.cursor = name);
  cy.on("mouseover", "node, edge", cursor("pointer"));
  cy.on("mouseout", "node, edge", cursor(""));
}

// A plain turn of the wheel scrolls the page around the frame; with Control, and with two fingers, it zooms.
function zoomOnPurpose(cy: Core, container: HTMLElement, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  const wheel = ({ ctrlKey, metaKey }: WheelEvent): void => void cy.userZoomingEnabled(ctrlKey || metaKey);
  container.addEventListener("wheel", wheel, options);
  container.addEventListener("touchstart", () => void cy.userZoomingEnabled(true), options);
}

function show(cy: Core, choice: Choice | null): void {
  cy.elements().removeClass("chosen faded");
  if (!choice) return;
  const chosen = cy.getElementById("node" in choice ? choice.node : edgeId(choice.edge));
  const lit = "node" in choice ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
  cy.elements().not(lit).addClass("faded");
  lit.edges().union(chosen).addClass("chosen");
}

function zoom(cy: Core, factor: number): void {
  cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}
