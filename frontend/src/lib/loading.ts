// Parts of these pages come as files of their own, when they are first wanted. They may not be to be had.
// Chromium doesn't ask again for a module that it could not fetch once, as long as the page is open: what
// failed needs the page read anew.

/** Why a part could not be loaded. */
export interface LoadFault {
  title: string;
  detail: string;
  /** Trying again doesn't help, reading the page anew does. */
  needsReload: boolean;
}

/** Loads a part, and doesn't try without a network, so that it can be tried later. */
export const whenOnline =
  <T>(load: () => Promise<T>): (() => Promise<T>) =>
  () =>
    navigator.onLine ? load() : Promise.reject(new Error("offline"));

const SAVE_FIRST = "这一部分要刷新页面后才能打开。请先把已填写的内容提交或复制下来。";

export async function loadFault(): Promise<LoadFault> {
  try {
    const page = await (await fetch("/", { cache: "no-store" })).text();
    const own = document.querySelector("script[type=module][src]")?.getAttribute("src") ?? "";
    // The server has another build than the one that runs here: after a deployment.
    return page.includes(own)
      ? { title: "没有加载出来", detail: `刚才连接中断，${SAVE_FIRST}`, needsReload: true }
      : { title: "页面已更新，请刷新", detail: `系统刚刚更新，${SAVE_FIRST}`, needsReload: true };
  } catch {
    return { title: "连接不上服务器", detail: "请检查网络后再试。", needsReload: false };
  }
}
