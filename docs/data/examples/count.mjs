// Print how many rows each framework answers out of the box. Runs in Node and in a browser.
const site = globalThis.process?.argv[2] ?? "https://test-drive-docs.github.io/test-drive/";

const answer = await fetch(`${site}data/v1/comparison.json`);
const data = await answer.json();

for (const { id, version } of data.frameworks) {
  const cells = data.rows.map((row) => row.cells[id]);
  const builtIn = cells.filter((cell) => cell.support === "built_in").length;
  console.log(id, version, builtIn);
}
