import { QueryClient, VUE_QUERY_CLIENT } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { expect, it, vi } from "vitest";
import { h } from "vue";
import { useApiQuery, useMayBeOld } from "./query";

const get = vi.hoisted(() => vi.fn());
vi.mock("./client", () => ({ api: { GET: get } }));

const read = { data: { number: "2026-0001" }, response: new Response(null) };
const refused = (status: number): object => ({
  error: { code: "x", title: `答复 ${status}`, detail: "说明", request_id: null },
  response: new Response(null, { status }),
});

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
const Page = {
  setup() {
    const { data, error } = useApiQuery("/api/v1/cases/{id}", { params: { path: { id: "c" } } });
    const old = useMayBeOld();
    return () =>
      h("p", [data.value?.number, error.value?.telling.title, old.value && "可能不是最新"].join("|"));
  },
};

it("what was read stays while it can't be read again, and goes when it may not be seen any more", async () => {
  get.mockResolvedValueOnce(read);
  const page = mount(Page, { global: { provide: { [VUE_QUERY_CLIENT]: client } } });
  const answered = async (answer: object): Promise<string> => {
    get.mockResolvedValueOnce(answer);
    await client.refetchQueries();
    await flushPromises();
    return page.text();
  };
  await flushPromises();
  expect(page.text()).toBe("2026-0001||false");
  expect(await answered(refused(503))).toBe("2026-0001||可能不是最新");
  expect(await answered(read)).toBe("2026-0001||false");
  expect(await answered(refused(404))).toBe("|答复 404|false");
});

it("what was never read has its reason", async () => {
  client.clear();
  get.mockResolvedValueOnce(refused(503));
  const page = mount(Page, { global: { provide: { [VUE_QUERY_CLIENT]: client } } });
  await flushPromises();
  expect(page.text()).toBe("|答复 503|false");
});
