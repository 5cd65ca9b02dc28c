import { shallowRef, watch } from "vue";
import { createRouter, createWebHistory } from "vue-router";
import type { RouteLocationNormalized, RouteLocationRaw, Router, RouteRecordRaw } from "vue-router";
import { toProblem } from "@/api/problem";
import type { Problem } from "@/api/problem";
import { session } from "@/api/session";
import { toHome, toSignIn } from "@/paths";
import { focusHeadingAfter } from "./focus";

declare module "vue-router" {
  interface RouteMeta {
    /** Shown to whoever isn't signed in. */
    open?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  { path: "/", redirect: toHome() },
  { path: "/login", component: () => import("@/pages/session/SignInPage.vue"), meta: { open: true } },
  {
    path: "/",
    component: () => import("./AppShell.vue"),
    children: [
      { path: "cases", component: () => import("@/pages/cases/CaseListPage.vue") },
      { path: "cases/:id", component: () => import("@/pages/cases/CasePage.vue"), props: true },
      { path: ":rest(.*)*", component: () => import("@/pages/errors/NotFoundPage.vue") },
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

/** Nobody sees a page without being signed in, and nobody who is signs in again. */
async function guard(to: RouteLocationNormalized): Promise<RouteLocationRaw | undefined> {
  await session.resume();
  if (to.meta.open) return session.who.value ? wanted(to) : undefined;
  return session.who.value ? undefined : toSignIn(to.fullPath);
}

export function newRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  router.beforeEach(guard);
  router.onError((thrown) => {
    openingProblem.value = toProblem(thrown);
  });
  focusHeadingAfter(router);

  // Signed in: on to what was wanted. Over, whether by hand or by the server: back to signing in.
  watch(
    () => session.who.value !== null,
    (signedIn) => {
      const { currentRoute: route } = router;
      if (signedIn && route.value.meta.open) void router.replace(wanted(route.value));
      if (!signedIn && !route.value.meta.open) void router.replace(toSignIn(route.value.fullPath));
    },
    { flush: "sync" },
  );
  return router;
}
