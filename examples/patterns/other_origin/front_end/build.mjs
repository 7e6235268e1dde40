// Bundle the page, and write down what it was made from: a test compares the digests.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const digest = createHash("sha256").update(readFileSync("main.jsx")).digest("hex");

await build({
  entryPoints: ["main.jsx"],
  outfile: "dist/app.js",
  bundle: true,
  minify: true,
  format: "esm",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "eof",
  banner: { js: `/* made of main.jsx, sha256 ${digest} */` },
});
