import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadFault, whenOnline } from "./loading";

const served = (script: string): Response => new Response(`<script type="module" src="${script}"></script>`);

beforeEach(() => {
  document.head.innerHTML = '<script type="module" src="/assets/index-old.js"></script>';
});
afterEach(() => vi.unstubAllGlobals());

test("after a deployment a part that is gone is told as such", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(served("/assets/index-new.js")));
  expect(await loadFault()).toMatchObject({ title: "页面已更新，请刷新", needsReload: true });
});

test("where it only was cut off, the page is read anew; without a server that would lose it", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(served("/assets/index-old.js")));
  expect(await loadFault()).toMatchObject({ title: "没有加载出来", needsReload: true });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  expect(await loadFault()).toMatchObject({ title: "连接不上服务器", needsReload: false });
});

test("nothing is asked for without a network, so that it can be asked for later", async () => {
  const load = vi.fn(() => Promise.resolve("form"));
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await expect(whenOnline(load)()).rejects.toThrow();
  expect(load).not.toHaveBeenCalled();
  online.mockReturnValue(true);
  expect(await whenOnline(load)()).toBe("form");
});
