// Builds what the service serves under /static: the script and style of the embedded views, and Swagger UI for /docs.
import { copyFile, mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SWAGGER = ["swagger-ui-bundle.js", "swagger-ui.css", "LICENSE", "NOTICE"];

await rm(here("static"), { recursive: true, force: true });
await build({
  entryPoints: [
    { in: here("src/main.ts"), out: "embed" },
    { in: here("src/embed.css"), out: "embed" },
  ],
  outdir: here("static"),
  bundle: true,
  format: "esm",
  minify: true,
  target: ["es2022"],
  legalComments: "none",
  logLevel: "warning",
});
await copyFile(here("node_modules/cytoscape/LICENSE"), here("static/embed.LICENSE.txt"));
await copyFile(here("src/icon.svg"), here("static/icon.svg"));
await mkdir(here("static/swagger"));
for (const name of SWAGGER) await copyFile(here(`node_modules/swagger-ui-dist/${name}`), here(`static/swagger/${name}`));
