// Fails where the built CSS has what Chrome 86 doesn't know: that browser drops the rule, and no other shows it.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const assets = fileURLToPath(new URL("../dist/assets/", import.meta.url));

/** Where a declaration begins, so that `--x-inset:` and `.inset:hover` are none. */
const property = (names) => new RegExp(`(?<=[{;])(?:${names})\\s*:`, "g");
const TOO_NEW = [
  /:(?:is|where|has)\(/g,
  /@(?:container|layer|property|scope|starting-style)\b/g,
  /\b(?:color-mix|oklch|oklab|light-dark)\(/g,
  /[\d.](?:[dsl]v[hwib]|cq[whib])\b/g,
  /(?<=[{;}])&/g,
  property("inset"),
  property("(?:margin|padding|inset|border)-(?:inline|block)[a-z-]*"),
  property("border-(?:start|end)-(?:start|end)-radius"),
  property("aspect-ratio|scrollbar-gutter|text-wrap|translate|rotate|scale"),
];

const found = readdirSync(assets)
  .filter((file) => file.endsWith(".css"))
  .flatMap((file) => {
    const css = readFileSync(assets + file, "utf8");
    return TOO_NEW.flatMap((pattern) =>
      [...css.matchAll(pattern)].map(
        ({ index }) => `${file}: ${css.slice(Math.max(index - 60, 0), index + 40)}`,
      ),
    );
  });
if (found.length) {
  console.error(`the CSS has what Chrome 86 doesn't know:\n${found.join("\n")}`);
  process.exit(1);
}
