import { shallowRef, watch } from "vue";
import { createRouter, createWebHistory } from "vue-router";
import type { RouteLocationNormalized, RouteLocationRaw, Router, RouteRecordRaw } from "vue-router";
import { Problem } from "@/api/problem";
import { session } from "@/api/session";
import { forgetGuards, guardLeaving } from "@/lib/leaveGuard";
import { loadFault, whenOnline } from "@/lib/loading";
import { toHome, toPassword, toSignIn } from "@/paths";
import { toast } from "@/ui/toasts";
import { focusHeadingAfter } from "./focus";
import { hasPage, homeOf } from "./navigation";

declare module "vue-router" {
  interface RouteMeta {
    /** Shown to whoever isn't signed in. */
    open?: boolean;
    /** Shown to everybody: it doesn't matter who is signed in. */
    public?: boolean;
    /** Shown without the shell around it. */
    bare?: boolean;
  }
}

// A page stands in the navigation (navigation.ts) as soon as it stands here.
const routes: RouteRecordRaw[] = [
  {
    path: "/login",
    component: whenOnline(() => import("@/pages/session/SignInPage.vue")),
    meta: { open: true },
  },
  {
    path: "/progress",
    component: whenOnline(() => import("@/pages/progress/ProgressPage.vue")),
    meta: { public: true },
  },
  { path: "/password", component: whenOnline(() => import("@/pages/session/PasswordPage.vue")) },
  {
    path: "/",
    component: whenOnline(() => import("./AppShell.vue")),
    children: [
      { path: "todo", component: whenOnline(() => import("@/pages/todo/TodoPage.vue")) },
      { path: "overview", component: whenOnline(() => import("@/pages/overview/OverviewPage.vue")) },
      { path: "notices", component: whenOnline(() => import("@/pages/notices/NoticesPage.vue")) },
      { path: "cases", component: whenOnline(() => import("@/pages/cases/CaseListPage.vue")) },
      { path: "cases/new", component: whenOnline(() => import("@/pages/register/RegisterPage.vue")) },
      { path: "cases/:id", component: whenOnline(() => import("@/pages/cases/CasePage.vue")), props: true },
      { path: "dispatch", component: whenOnline(() => import("@/pages/dispatch/DispatchPage.vue")) },
      { path: "verify", component: whenOnline(() => import("@/pages/verify/VerifyPage.vue")) },
      {
        path: "work-orders",
        component: whenOnline(() => import("@/pages/work-orders/WorkOrderListPage.vue")),
      },
      {
        path: "work-orders/:id",
        component: whenOnline(() => import("@/pages/work-orders/WorkOrderPage.vue")),
        props: true,
      },
      {
        path: "work-orders/:id/print",
        component: whenOnline(() => import("@/pages/work-orders/WorkOrderPrintPage.vue")),
        props: true,
      },
      { path: "meetings", component: whenOnline(() => import("@/pages/meetings/MeetingListPage.vue")) },
      {
        path: "meetings/:id",
        component: whenOnline(() => import("@/pages/meetings/MeetingPage.vue")),
        props: true,
      },
      {
        path: "meetings/:id/present",
        component: whenOnline(() => import("@/pages/meetings/PresentPage.vue")),
        props: true,
        meta: { bare: true },
      },
      {
        path: "meetings/:id/minutes",
        component: whenOnline(() => import("@/pages/meetings/MinutesPage.vue")),
        props: true,
      },
      {
        path: "policy-issues",
        component: whenOnline(() => import("@/pages/policy-issues/PolicyIssueListPage.vue")),
      },
      {
        path: "policy-issues/:id",
        component: whenOnline(() => import("@/pages/policy-issues/PolicyIssuePage.vue")),
        props: true,
      },
      { path: "log", component: whenOnline(() => import("@/pages/log/LogPage.vue")) },
      { path: "admin/users", component: whenOnline(() => import("@/pages/admin/users/UserListPage.vue")) },
      { path: "admin/users/new", component: whenOnline(() => import("@/pages/admin/users/NewUserPage.vue")) },
      {
        path: "admin/users/:id",
        component: whenOnline(() => import("@/pages/admin/users/UserPage.vue")),
        props: true,
      },
      { path: "admin/units", component: whenOnline(() => import("@/pages/admin/units/UnitListPage.vue")) },
      {
        path: "admin/units/:id",
        component: whenOnline(() => import("@/pages/admin/units/UnitPage.vue")),
        props: true,
      },
      {
        path: "admin/settings",
        component: whenOnline(() => import("@/pages/admin/settings/SettingsPage.vue")),
      },
      {
        path: "admin/calendar",
        component: whenOnline(() => import("@/pages/admin/calendar/CalendarPage.vue")),
      },
      {
        path: "admin/calendar/import",
        component: whenOnline(() => import("@/pages/admin/calendar/ImportPage.vue")),
      },
      { path: ":rest(.*)*", component: whenOnline(() => import("@/pages/errors/NotFoundPage.vue")) },
    ],
  },
];

/** Why a page could not be opened at all: no server, or a part of the SPA that could not be loaded. */
export const openingProblem = shallowRef<Problem | null>(null);

/** Where a signed-in person goes from the sign-in page: an address of this SPA, nothing else. */
function wanted(to: RouteLocationNormalized): string {
  const { next } = to.query;
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : toHome();
}

/**
 * Nobody sees a page without being signed in, nobody who is signs in again, and nobody goes on with a
 * password that somebody else chose.
 */
async function guard(to: RouteLocationNormalized, router: Router): Promise<RouteLocationRaw | undefined> {
  if (to.meta.public) return undefined;
  await session.resume();
  const who = session.who.value;
  if (!who) return to.meta.open ? undefined : toSignIn(to.fullPath);
  if (who.must_change_password && to.path !== toPassword()) return toPassword();
  if (to.meta.open) return wanted(to);
  if (to.path === toHome()) return homeOf(who.acting.role, (path) => hasPage(router, path));
  return undefined;
}

/** The pages follow who is signed in. */
function followSession(router: Router): void {
  watch(session.identity, forgetGuards, { flush: "sync" });
  watch(
    () => session.who.value?.user.id,
    (user, before) => {
      const { currentRoute: route } = router;
      if (route.value.meta.public) return;
      // Signed in: on to what was wanted. Over: back to signing in. Somebody else: afresh.
      if (user === undefined) {
        if (!route.value.meta.open) void router.replace(toSignIn(route.value.fullPath));
      } else if (route.value.meta.open) void router.replace(wanted(route.value));
      else if (before !== undefined) void router.replace(toHome());
    },
    { flush: "sync" },
  );
}

export function newRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  guardLeaving(router);
  router.beforeEach((to) => guard(to, router));
  router.onError(async (thrown, _to, from) => {
    const problem = thrown instanceof Problem ? thrown : new Problem(0, "part_missing", await loadFault());
    const { title, detail } = problem.telling;
    // Within the shell the person stays where they are.
    if (from.matched.length > 1) toast(`没有打开。${title}：${detail}`);
    else openingProblem.value = problem;
  });
  focusHeadingAfter(router);
  followSession(router);
  return router;
}
