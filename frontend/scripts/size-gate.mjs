// How much JavaScript and CSS a browser loads, gzipped, before it shows each page; fails above the budget.
// Runs after the build, and takes the build's manifest away: it isn't for serving.
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, "utf8"));
rmSync(`${dist}.vite`, { recursive: true });

const entry = "index.html";
// A chunk of several parts has no file of its own: it is known by its name.
const shell = "shell";
const form = [entry, shell, "src/pages/cases/CasePage.vue", "src/pages/cases/CaseCommand.vue"];
const pages = [
  { name: "sign-in", chunks: [entry, "src/pages/session/SignInPage.vue"], js: 60, css: 8 },
  { name: "progress", chunks: [entry, "src/pages/progress/ProgressPage.vue"], js: 60, css: 8 },
  { name: "password", chunks: [entry, "src/pages/session/PasswordPage.vue"], js: 60, css: 8 },
  { name: "todo", chunks: [entry, shell, "src/pages/todo/TodoPage.vue"], js: 190, css: 25 },
  { name: "overview", chunks: [entry, shell, "src/pages/overview/OverviewPage.vue"], js: 190, css: 25 },
  { name: "notices", chunks: [entry, shell, "src/pages/notices/NoticesPage.vue"], js: 190, css: 25 },
  { name: "cases", chunks: [entry, shell, "src/pages/cases/CaseListPage.vue"], js: 190, css: 25 },
  { name: "dispatch", chunks: [entry, shell, "src/pages/dispatch/DispatchPage.vue"], js: 190, css: 25 },
  { name: "verify", chunks: [entry, shell, "src/pages/verify/VerifyPage.vue"], js: 190, css: 25 },
  { name: "register", chunks: [entry, shell, "src/pages/register/RegisterPage.vue"], js: 195, css: 30 },
  {
    name: "work orders",
    chunks: [entry, shell, "src/pages/work-orders/WorkOrderListPage.vue"],
    js: 190,
    css: 25,
  },
  {
    name: "work order",
    chunks: [entry, shell, "src/pages/work-orders/WorkOrderPage.vue"],
    js: 140,
    css: 18,
  },
  {
    name: "print",
    chunks: [entry, shell, "src/pages/work-orders/WorkOrderPrintPage.vue"],
    js: 140,
    css: 18,
  },
  { name: "meetings", chunks: [entry, shell, "src/pages/meetings/MeetingListPage.vue"], js: 190, css: 25 },
  { name: "meeting", chunks: [entry, shell, "src/pages/meetings/MeetingPage.vue"], js: 140, css: 18 },
  { name: "present", chunks: [entry, shell, "src/pages/meetings/PresentPage.vue"], js: 140, css: 18 },
  { name: "minutes", chunks: [entry, shell, "src/pages/meetings/MinutesPage.vue"], js: 140, css: 18 },
  {
    name: "policies",
    chunks: [entry, shell, "src/pages/policy-issues/PolicyIssueListPage.vue"],
    js: 190,
    css: 25,
  },
  { name: "policy", chunks: [entry, shell, "src/pages/policy-issues/PolicyIssuePage.vue"], js: 140, css: 18 },
  { name: "log", chunks: [entry, shell, "src/pages/log/LogPage.vue"], js: 190, css: 25 },
  { name: "case", chunks: [entry, shell, "src/pages/cases/CasePage.vue"], js: 140, css: 18 },
  // What opening a form loads besides, with the choice of a unit; and the calendar, where a day is asked for.
  { name: "case, form", chunks: [...form, "UnitSelect"], js: 195, css: 30 },
  { name: "case, day", chunks: [...form, "UnitSelect", "src/ui/DatePicker.vue"], js: 215, css: 30 },
  { name: "users", chunks: [entry, shell, "src/pages/admin/users/UserListPage.vue"], js: 190, css: 25 },
  { name: "user", chunks: [entry, shell, "src/pages/admin/users/UserPage.vue"], js: 195, css: 30 },
  { name: "user, new", chunks: [entry, shell, "src/pages/admin/users/NewUserPage.vue"], js: 195, css: 30 },
  { name: "units", chunks: [entry, shell, "src/pages/admin/units/UnitListPage.vue"], js: 190, css: 25 },
  { name: "unit", chunks: [entry, shell, "src/pages/admin/units/UnitPage.vue"], js: 190, css: 25 },
  { name: "settings", chunks: [entry, shell, "src/pages/admin/settings/SettingsPage.vue"], js: 190, css: 25 },
  { name: "calendar", chunks: [entry, shell, "src/pages/admin/calendar/CalendarPage.vue"], js: 190, css: 25 },
  {
    name: "import",
    chunks: [entry, shell, "src/pages/admin/calendar/ImportPage.vue"],
    js: 195,
    css: 30,
  },
];

/** The files of these chunks and of all that they import before they run. */
function filesOf(chunks) {
  const files = new Set();
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key] ?? Object.values(manifest).find(({ name }) => name === key);
    if (!chunk) throw new Error(`the build has no chunk ${key}`);
    files.add(chunk.file);
    for (const file of chunk.css ?? []) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  chunks.forEach(visit);
  return [...files];
}

const kib = (files, ending) =>
  files
    .filter((file) => file.endsWith(ending))
    .reduce((sum, file) => sum + gzipSync(readFileSync(dist + file)).length / 1024, 0);

const show = (size, budget) => `${size.toFixed(1)} / ${budget}`.padStart(12);
let over = false;

console.log("\nfirst load     JS KiB gz   CSS KiB gz  files");
for (const page of pages) {
  const files = filesOf(page.chunks);
  const [js, css] = [kib(files, ".js"), kib(files, ".css")];
  over ||= js > page.js || css > page.css;
  console.log(
    `${page.name.padEnd(12)}${show(js, page.js)} ${show(css, page.css)} ${String(files.length).padStart(6)}`,
  );
}
if (over) {
  console.error("a page is over its budget");
  process.exit(1);
}
