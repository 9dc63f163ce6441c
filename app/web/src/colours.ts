/** The colours of the style sheet, as the canvas needs them: resolved for the theme that holds now. */

const probe = document.createElement("span");

/** The colour of a custom property such as `--ink`, as `rgb(…)`. */
export function colour(property: string): string {
  if (!probe.isConnected) {
    probe.hidden = true;
    document.body.append(probe);
  }
  // A custom property comes back as it is written, light-dark() and all; only a real property is resolved.
  probe.style.color = `var(${property})`;
  return getComputedStyle(probe).color;
}

/** Calls back whenever the system changes between light and dark, until the signal. */
export function onSchemeChange(callback: () => void, signal: AbortSignal): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", callback, { signal });
}
