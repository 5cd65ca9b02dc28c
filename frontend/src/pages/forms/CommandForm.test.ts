import { QueryClient, VUE_QUERY_CLIENT } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import type { VueWrapper } from "@vue/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import type { HistoryItem } from "@/api/types";
import CommandForm from "./CommandForm.vue";
import { describe } from "./description";
import type { Newer } from "./subject";

vi.mock("@/api/dictionary", () => ({
  useDictionary: () => ({ words: () => [{ code: "other_level", label: "其他层级" }], label: () => "" }),
}));
const post = vi.hoisted(() => vi.fn());
vi.mock("@/api/client", () => ({ api: { POST: post } }));

const description = describe("/api/v1/cases/{id}/return", {
  fields: [
    { name: "reason", label: "退回原因" },
    { name: "basis", label: "依据" },
  ],
});

const refused = (status: number, more: object = {}): object => ({
  error: { code: "x", title: "未能完成", detail: "说明", request_id: "r1", ...more },
  response: new Response(null, { status }),
});
const done = { data: { id: "c1", state: "awaiting_dispatch", version: 8 }, response: new Response(null) };
const newer: Newer = {
  version: 9,
  since: [
    {
      seq: 12,
      at: "2021-09-08T01:00:00Z",
      label: "记事",
      by: { id: "u", name: "贾派发", unit: null },
      texts: { text: "反映人来电补充。" },
    },
  ] as unknown as HistoryItem[],
};

let reread: () => Promise<Newer>;

async function shown(): Promise<VueWrapper> {
  const form = mount(CommandForm<object>, {
    attachTo: "#app",
    props: {
      heading: "退回",
      description,
      context: {},
      subject: {
        id: "c1",
        version: 7,
        reread: () => reread(),
      },
      next: "提交并处理下一件",
    },
    global: {
      provide: { [VUE_QUERY_CLIENT]: new QueryClient() },
      stubs: { teleport: true },
    },
  });
  await flushPromises();
  return form;
}

async function fill(form: VueWrapper): Promise<void> {
  await form.get("input[type=radio]").setValue();
  await form.get("textarea").setValue("职责清单第三条");
}
const keys = (): unknown[] =>
  post.mock.calls.map(([, init]) => (init as { params: { header: object } }).params.header);

beforeEach(() => {
  document.body.innerHTML = "<div id='app'></div>";
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  reread = () => Promise.resolve(newer);
  post.mockReset();
});

it("sends nothing while something is missing, and says so on top and at the field", async () => {
  const form = await shown();
  await form.get("form").trigger("submit");
  expect(post).not.toHaveBeenCalled();
  expect(form.get("[role=alert]").text()).toContain("有 2 处需要修改");
  expect(form.get("textarea").attributes("aria-invalid")).toBe("true");
  await form.get("textarea").setValue("依据");
  expect(form.get("textarea").attributes("aria-invalid")).toBeUndefined();
  form.unmount();
});

it("sends the version that was seen, and is done once however often it is sent", async () => {
  const form = await shown();
  await fill(form);
  let answer: (value: unknown) => void = () => undefined;
  post.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  await form.get("form").trigger("submit");
  await form.get("form").trigger("submit");
  expect(post).toHaveBeenCalledTimes(1);
  expect(post.mock.calls[0]?.[1]).toMatchObject({
    params: { path: { id: "c1" }, header: { "If-Match": '"7"' } },
    body: { reason: "other_level", basis: "职责清单第三条" },
  });
  answer(done);
  await flushPromises();
  expect(form.emitted("done")).toEqual([[done.data, false, undefined]]);
  form.unmount();
});

it("tries again as the same command, and keeps what was typed", async () => {
  const form = await shown();
  await fill(form);
  post.mockRejectedValueOnce(new TypeError("Failed to fetch")).mockResolvedValueOnce(done);
  await form.get("form").trigger("submit");
  await flushPromises();
  expect(form.get("[role=alert]").text()).toContain("连接不上服务器");
  expect(form.get("textarea").element.value).toBe("职责清单第三条");
  await form.get("form").trigger("submit");
  await flushPromises();
  expect(keys()[0]).toEqual(keys()[1]);
  expect(form.emitted("done")).toHaveLength(1);
  form.unmount();
});

it("shows at the field what the server finds wrong", async () => {
  const form = await shown();
  await fill(form);
  post.mockResolvedValueOnce(refused(422, { errors: [{ path: "basis", message: "不能只写“同上”" }] }));
  await form.get("form").trigger("submit");
  await flushPromises();
  expect(form.get("[role=alert]").text()).toContain("依据：不能只写“同上”");
  expect(form.get("textarea").attributes("aria-invalid")).toBe("true");
  form.unmount();
});

it("tells what happened meanwhile, and goes on from there", async () => {
  const form = await shown();
  await fill(form);
  post.mockResolvedValueOnce(refused(412)).mockResolvedValueOnce(done);
  await form.get("form").trigger("submit");
  await flushPromises();
  expect(form.get("[role=alert]").text()).toMatch(/贾派发：记事.*反映人来电补充。/);
  const goOn = form.findAll("button").find((button) => button.text() === "按最新情况继续");
  await goOn?.trigger("click");
  await form.get("form").trigger("submit");
  await flushPromises();
  expect(keys()[1]).toMatchObject({ "If-Match": '"9"' });
  form.unmount();
});

it("brings what stands against it into view, and again for who has scrolled on", async () => {
  const form = await shown();
  await fill(form);
  const scrolled = vi.fn();
  Element.prototype.scrollIntoView = scrolled;
  post.mockResolvedValueOnce(refused(412));
  await form.get("form").trigger("submit");
  await flushPromises();
  expect(scrolled.mock.contexts).toEqual([form.get("[role=alert]").element]);
  const again = form.findAll("button").find((button) => button.text() === "查看新的变化");
  await again?.trigger("click");
  expect(scrolled).toHaveBeenCalledTimes(2);
  expect(document.activeElement).toBe(form.get("[role=alert]").element);
  form.unmount();
});

it("offers to read again what could not be read meanwhile", async () => {
  reread = vi.fn().mockRejectedValueOnce(new TypeError("Failed to fetch")).mockResolvedValueOnce(newer);
  const form = await shown();
  await fill(form);
  post.mockResolvedValueOnce(refused(412));
  await form.get("form").trigger("submit");
  await flushPromises();
  const notice = form.get("[role=alert]");
  expect(notice.text()).toContain("请检查网络后再试。您填写的内容都还在。");
  expect(form.get("button[type=submit]").attributes("disabled")).toBeDefined();
  await notice.get("button").trigger("click");
  await flushPromises();
  expect(form.get("[role=alert]").text()).toContain("贾派发：记事");
  form.unmount();
});

it("leaves what was typed to be copied where the command can't be given any more", async () => {
  reread = () => Promise.resolve({ ...newer, refusal: "已经签收，不能退回" });
  const form = await shown();
  await fill(form);
  post.mockResolvedValueOnce(refused(409));
  await form.get("form").trigger("submit");
  await flushPromises();
  expect(form.get("[role=alert]").text()).toContain("已经签收，不能退回");
  expect(form.get("textarea").element.value).toBe("职责清单第三条");
  expect(form.findAll("button").some((button) => button.text() === "按最新情况继续")).toBe(false);
  form.unmount();
});

it("goes on to the next thing where that was pressed", async () => {
  const form = await shown();
  await fill(form);
  post.mockResolvedValueOnce(done);
  await form
    .findAll("button")
    .find((button) => button.text() === "提交并处理下一件")
    ?.trigger("click");
  await flushPromises();
  expect(form.emitted("done")).toEqual([[done.data, true, undefined]]);
  form.unmount();
});
