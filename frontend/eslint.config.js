// Run from the repository's root, so that tests/e2e is linted too: npm run lint
import { defineConfigWithVueTs, vueTsConfigs } from "@vue/eslint-config-typescript";
import prettier from "eslint-config-prettier";
import vue from "eslint-plugin-vue";

/** Forbids imports, each with the reason. */
const forbid = (message, ...groups) => [
  "error",
  { patterns: groups.map((group) => ({ group: [group], message })) },
];

// What Chrome 86 lacks and TypeScript's list of methods doesn't catch.
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
      "no-restricted-globals": ["error", { name: "structuredClone", message: tooNew }],
      "no-restricted-properties": [
        "error",
        { object: "crypto", property: "randomUUID", message: tooNew },
        { object: "AbortSignal", property: "timeout", message: tooNew },
        { object: "AbortSignal", property: "any", message: tooNew },
      ],
      "max-lines": ["error", 600],
    },
  },
  {
    files: ["**/*.vue"],
    rules: {
      "vue/block-order": ["error", { order: ["script", "template", "style"] }],
      "vue/component-api-style": ["error", ["script-setup"]],
      "vue/define-macros-order": "error",
      "vue/no-v-html": "error",
      "vue/no-undef-components": ["error", { ignorePatterns: ["RouterLink", "RouterView"] }],
    },
  },
  // Imports point downwards: app → pages → ui, api → lib.
  {
    files: ["**/src/lib/**"],
    rules: {
      "no-restricted-imports": forbid(
        "lib/ knows nothing of this service.",
        "@/{api,app,pages,ui}/**",
        "@/paths",
      ),
    },
  },
  {
    files: ["**/src/ui/**"],
    rules: {
      "no-restricted-imports": forbid(
        "ui/ is generic: it knows no router, no API and no case.",
        "@/{api,app,pages}/**",
        "@/paths",
        "vue-router",
        "openapi-fetch",
        "@tanstack/*",
      ),
    },
  },
  {
    files: ["**/src/api/**"],
    rules: {
      "no-restricted-imports": forbid(
        "api/ knows no page and no router.",
        "@/{app,pages,ui}/**",
        "@/paths",
        "vue-router",
      ),
    },
  },
  {
    files: ["**/src/pages/**"],
    rules: {
      "no-restricted-imports": forbid(
        "Pages know neither the shell nor the raw client.",
        "@/app/**",
        "openapi-fetch",
      ),
    },
  },
  {
    files: ["**/scripts/**", "**/tests/e2e/**"],
    rules: { "no-console": "off" },
  },
);
