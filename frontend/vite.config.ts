import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { "@": fileURLToPath(new URL("src", import.meta.url)) } },
  define: { __VUE_OPTIONS_API__: false },
  build: {
    target: "chrome86",
    manifest: true,
    // Everything comes as a file of its own: the pages' policy allows nothing inline.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few files for a first load: what every page needs comes together. What weighs more stays apart.
          groups: [
            { name: "vue", test: /node_modules\/(@vue|vue|vue-router)\// },
            {
              name: "session",
              test: /node_modules\/openapi-fetch\/|src\/api\/(demo|open|problem|session)\.|src\/lib\/(drafts|key|stored|theme|time|title|typeSize)\.|src\/ui\/(ActionButton|MessagePanel|TextField)\.|src\/pages\/session\/(CredentialsForm|capsLock)\./,
            },
            {
              name: "query",
              test: /node_modules\/@tanstack\/|src\/api\/(client|command|dictionary|eventStream|inbox|live|notices|query|stream)\./,
            },
            {
              name: "lists",
              test: /src\/ui\/(AppIcon|DataTable|LinkTabs|NewsBanner|OverlayPanel|PageTurner|PanelSection|PopupPanel|SelectField|SkeletonRows|StatusTag|ToastHost|toasts)\.|src\/lib\/|src\/pages\/(cases\/(CaseStateTag|DueDate)|errors\/ProblemPanel)\./,
            },
            {
              name: "fields",
              test: /src\/ui\/(field|form|CheckInput|ChoiceInput|ErrorSummary|FormField|SelectInput|TextArea|TextInput|ToolTip)\./,
            },
            { name: "facts", test: /src\/ui\/(FactList|TimeLine)\./ },
            {
              name: "admin",
              test: /src\/pages\/admin\/(\w+\.|users\/(UserStatus|people)\.|units\/(DutyTags|tree)\.)/,
            },
            { name: "reveal", test: /src\/pages\/cases\/(RevealedValue|reveal)\./ },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
  test: { environment: "jsdom", include: ["src/**/*.test.ts"] },
});
