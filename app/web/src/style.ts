/** How nodes and edges look on the canvas. */

import type { StylesheetJson } from "cytoscape";
import { colour } from "./colours.js";

// Every type has a shape of its own besides its colour, for whoever cannot tell the colours apart.
const SHAPES = {
  person: "ellipse",
  organization: "round-rectangle",
  country: "round-hexagon",
  place: "round-diamond",
  group: "round-triangle",
  other: "round-pentagon",
} as const;
const FONT = "system-ui, sans-serif";

/** What the style depends on besides the theme. */
export interface Measures {
  /** By how much words are enlarged in a picture that had to be made small to fit. */
  scale: number;
  /** The diameter of the largest node in pixels. */
  largest: number;
  /** Whether there is no room for words on all edges. */
  crowded: boolean;
}

/** The style sheet. */
export function style({ scale, largest, crowded }: Measures): StylesheetJson {
  return [...nodes(scale, largest), ...types(), ...edges(scale, crowded), ...states()];
}

function nodes(scale: number, largest: number): StylesheetJson {
  const size = `mapData(size, 0, 1, ${largest * 0.35}, ${largest})`;
  return [
    {
      selector: "node",
      style: {
        width: size,
        height: size,
        label: "data(name)",
        "font-family": FONT,
        "font-size": 12 * scale,
        "font-weight": 500,
        color: colour("--ink"),
        "text-outline-color": colour("--ground"),
        "text-outline-width": 2 * scale,
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-wrap": "wrap",
        "text-max-width": `${110 * scale}px`,
        "border-width": 2,
        "border-color": colour("--ground"),
      },
    },
    { selector: "node.centre", style: { "border-width": 3, "border-color": colour("--ink"), "font-weight": 700 } },
  ];
}

function types(): StylesheetJson {
  return Object.entries(SHAPES).map(([type, shape]) => ({
    selector: `node[type = "${type}"]`,
    style: { shape, "background-color": colour(`--${type}`) },
  }));
}

function edges(scale: number, crowded: boolean): StylesheetJson {
  return [
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "line-color": colour("--edge"),
        "curve-style": "straight",
        "arrow-scale": 0.9,
        "source-arrow-color": colour("--edge"),
        "target-arrow-color": colour("--edge"),
        "font-family": FONT,
        "font-size": 10 * scale,
        color: colour("--ink-soft"),
        label: crowded ? "" : "data(label)",
        "text-rotation": "autorotate",
        "text-background-color": colour("--ground"),
        "text-background-opacity": 0.9,
        "text-background-padding": "2px",
      },
    },
    { selector: "edge.chord", style: { "curve-style": "unbundled-bezier", "control-point-distances": "data(bend)" } },
    { selector: "edge.forward", style: { "target-arrow-shape": "triangle" } },
    { selector: "edge.backward", style: { "source-arrow-shape": "triangle" } },
  ];
}

function states(): StylesheetJson {
  const strong = colour("--accent");
  return [
    { selector: "node.spare", style: { display: "none" } },
    { selector: "node.down", style: { "text-halign": "right", "text-valign": "center", "text-margin-x": 8, "text-margin-y": 0 } },
    { selector: "edge.down", style: { "text-rotation": "none" } },
    { selector: ".faded", style: { opacity: 0.3 } },
    { selector: "node.chosen", style: { "border-color": strong, "border-width": 4 } },
    {
      selector: "edge.chosen, edge.hover",
      style: {
        "line-color": strong,
        "source-arrow-color": strong,
        "target-arrow-color": strong,
        color: colour("--ink"),
        label: "data(label)",
        "z-index": 10,
      },
    },
  ];
}
