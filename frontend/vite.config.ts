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
              // With fields and facts: the reporter's page, which has no shell, has both.
              name: "session",
              test: /node_modules\/openapi-fetch\/|src\/api\/(demo|open|problem|session)\.|src\/lib\/(drafts|key|leaveGuard|loading|stored|theme|time|title|typeSize)\.|src\/ui\/(ActionButton|ChoiceInput|ComboInput|ErrorSummary|FactList|FormField|MessagePanel|SelectInput|TextArea|TextField|TextInput|TimeLine|base|field|form|toasts)\.|src\/app\/App\.|src\/pages\/session\/(CredentialsForm|capsLock)\./,
            },
            {
              name: "query",
              test: /node_modules\/@tanstack\/|src\/api\/(ask|client|command|dictionary|eventStream|inbox|live|names|notices|query|savedViews|stream|units)\./,
            },
            {
              // The shell, with what nearly all of its pages show.
              name: "shell",
              test: /src\/ui\/(AppIcon|CheckInput|DataTable|LinkTabs|NewsBanner|OverlayPanel|PageTurner|PanelSection|PopupPanel|SelectField|SkeletonRows|StatusTag|LoadFailure|ToastHost|lazy)\.|src\/lib\/|src\/app\/(AppShell|ShellFrame|AppSide|AppHeader|AppBar|AccountMenu|ConnectionBanner|LeaveQuestion|PostSwitch|SignInAgain|TodoCount)\.|src\/pages\/(cases\/(CaseStateTag|DueDate|columns|filter|filterOptions)|work-orders\/SheetStateTag|errors\/ProblemPanel|lists\/PagedList)\./,
            },
            {
              // What the pages of one thing have: its history, and the forms of what is done to it.
              name: "forms",
              test: /src\/ui\/(DateInput|FileDrop|ModalDialog)\.|src\/pages\/forms\/(CommandField|CommandForm|ConflictNotice|conflict|description|values)\.|src\/pages\/(history\/|cases\/(RevealedValue|history|reread|reveal)\.)|src\/api\/(bodies|files)\./,
            },
            {
              name: "sheets",
              test: /src\/pages\/work-orders\/(SheetRows|SheetSteps|commands|offers|sheet|steps)\./,
            },
            {
              name: "meetings",
              test: /src\/pages\/meetings\/(MeetingResolution|MeetingStateTag|resolution)\./,
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
