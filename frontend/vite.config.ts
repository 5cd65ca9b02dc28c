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
            // With the small helpers that the build itself puts in everywhere.
            {
              name: "vue",
              test: /node_modules\/(@vue|vue|vue-router)\/|vite\/preload-helper|export-helper/,
            },
            {
              name: "session",
              test: /node_modules\/openapi-fetch\/|src\/api\/(demo|open|problem|session)\.|src\/lib\/(drafts|key|leaveGuard|loading|stored|theme|time|title|typeSize)\.|src\/ui\/(ActionButton|MessagePanel|TextField|base|toasts)\.|src\/app\/App\.|src\/pages\/session\/(CredentialsForm|capsLock)\./,
            },
            {
              name: "query",
              test: /node_modules\/@tanstack\/|src\/api\/(ask|client|command|dictionary|eventStream|inbox|live|notices|query|savedViews|stream|units)\./,
            },
            {
              // The shell, with what nearly all of its pages show.
              name: "shell",
              test: /src\/ui\/(AppIcon|CheckInput|DataTable|LinkTabs|NewsBanner|OverlayPanel|PageTurner|PanelSection|PopupPanel|SelectField|SkeletonRows|StatusTag|LoadFailure|ToastHost|lazy)\.|src\/lib\/|src\/app\/(AppShell|ShellFrame|AppSide|AppHeader|AppBar|AccountMenu|ConnectionBanner|LeaveQuestion|PostSwitch|SignInAgain|TodoCount)\.|src\/pages\/(cases\/(CaseStateTag|DueDate|columns|filter|filterOptions)|errors\/ProblemPanel)\./,
            },
            { name: "facts", test: /src\/ui\/(FactList|TimeLine)\./ },
            { name: "reveal", test: /src\/pages\/cases\/(RevealedValue|reveal)\./ },
            {
              name: "fields",
              test: /src\/ui\/(ChoiceInput|ComboInput|ErrorSummary|FormField|SelectInput|TextArea|TextInput|field|form)\./,
            },
            {
              name: "forms",
              test: /src\/ui\/(DateInput|FileDrop|ModalDialog)\.|src\/pages\/forms\/(CommandField|CommandForm|ConflictNotice|conflict|description|values)\.|src\/api\/(bodies|files)\./,
            },
            {
              name: "admin",
              test: /src\/pages\/admin\/(\w+\.|users\/(UserStatus|people)\.|units\/(DutyTags|tree)\.)/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
  test: { environment: "jsdom", include: ["src/**/*.test.ts"] },
});
