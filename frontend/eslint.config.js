// Run from the repository's root, so that tests/e2e is linted too: npm run lint
import { defineConfigWithVueTs, vueTsConfigs } from "@vue/eslint-config-typescript";
import prettier from "eslint-config-prettier";
import compat from "eslint-plugin-compat";
import vue from "eslint-plugin-vue";

/** Files of one folder of src/, which import nothing of the others named, and reach them by "@/" only. */
const layer = (folder, message, ...forbidden) => ({
  files: [`**/src/${folder}/**`],
  ignores: ["**/*.test.ts"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { group: forbidden, message },
          { group: ["../*"], message: 'Other folders are imported by their "@/" name.' },
        ],
      },
    ],
  },
});

// What Chrome 86 lacks and neither the plugin for it nor TypeScript's list of methods catches.
const tooNew = "Chrome 86 doesn't know it.";

export default defineConfigWithVueTs(
  { ignores: ["**/node_modules/", "**/dist/", "**/test-results/", "**/src/api/schema.d.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  vue.configs["flat/recommended"],
  vueTsConfigs.strict,
  prettier,
  {
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-eval": "error",
      "no-restricted-properties": [
        "error",
        { object: "AbortSignal", property: "timeout", message: tooNew },
        { object: "AbortSignal", property: "any", message: tooNew },
        ...["checkVisibility", "showPopover", "startViewTransition"].map((property) => ({
          property,
          message: tooNew,
        })),
      ],
      "max-lines": ["error", 600],
    },
  },
  {
    files: ["**/*.vue"],
    rules: {
      // Absent is undefined, as TypeScript says.
      "vue/require-default-prop": "off",
      "vue/block-order": ["error", { order: ["script", "template", "style"] }],
      "vue/component-api-style": ["error", ["script-setup"]],
      "vue/define-macros-order": "error",
      "vue/no-v-html": "error",
      "vue/no-undef-components": ["error", { ignorePatterns: ["RouterLink", "RouterView"] }],
    },
  },
  // The SPA's own code, by the oldest browser that it is written for.
  {
    files: ["**/src/**"],
    ignores: ["**/*.test.ts"],
    ...compat.configs["flat/recommended"],
    settings: { browsers: ["chrome 86"] },
  },
  // Imports point downwards: app → pages → ui, api → lib.
  layer("lib", "lib/ knows nothing of this service.", "@/api/*", "@/app/*", "@/pages/*", "@/ui/*", "@/paths"),
  layer(
    "ui",
    "ui/ is generic: it knows no router, no API and no case.",
    "@/api/*",
    "@/app/*",
    "@/pages/*",
    "@/paths",
    "vue-router",
    "openapi-fetch",
    "@tanstack/*",
  ),
  layer(
    "api",
    "api/ knows no page and no router.",
    "@/app/*",
    "@/pages/*",
    "@/ui/*",
    "@/paths",
    "vue-router",
  ),
  layer("pages", "Pages know neither the shell nor the raw client.", "@/app/*", "openapi-fetch"),
  {
    files: ["**/scripts/**", "**/tests/e2e/**", "**/benches/**"],
    rules: { "no-console": "off" },
  },
);
