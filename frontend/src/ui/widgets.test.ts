import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { h, nextTick } from "vue";
import ChoiceInput from "./ChoiceInput.vue";
import DatePicker from "./DatePicker.vue";
import ErrorSummary from "./ErrorSummary.vue";
import FileDrop from "./FileDrop.vue";
import FormField from "./FormField.vue";
import ModalDialog from "./ModalDialog.vue";
import SearchSelect from "./SearchSelect.vue";
import TextArea from "./TextArea.vue";
import TextInput from "./TextInput.vue";
import ToolTip from "./ToolTip.vue";

beforeEach(() => {
  document.body.innerHTML = "<div id='app'></div>";
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  Element.prototype.scrollIntoView = () => undefined;
});

describe("FormField", () => {
  const field = (props: object) =>
    mount(FormField, {
      props: { label: "理由", id: "why", ...props },
      slots: { default: ({ ties }) => h(TextInput, { ties, modelValue: "" }) },
    });

  it("ties label, hint and error to the widget", () => {
    const shown = field({ hint: "写明依据", required: true, error: "请填写" });
    const input = shown.get("input");
    expect(shown.get("label").attributes("for")).toBe("why");
    expect(input.attributes()).toMatchObject({
      id: "why",
      "aria-required": "true",
      "aria-invalid": "true",
      "aria-describedby": "why-hint why-error",
    });
    expect(shown.get("#why-hint").text()).toBe("写明依据");
    expect(shown.get("#why-error").text()).toBe("请填写");
  });

  it("says what may be left out", () => {
    const shown = field({});
    expect(shown.get("label").text()).toBe("理由（选填）");
    expect(shown.get("input").attributes("aria-required")).toBeUndefined();
  });
});

it("a choice is a group of radios under its label, each with what it means", () => {
  const shown = mount(FormField, {
    props: { label: "是否解决", id: "solved", group: true, required: true },
    slots: {
      default: ({ ties }) =>
        h(ChoiceInput, {
          ties,
          modelValue: "no",
          options: [
            { value: "yes", label: "已解决" },
            { value: "no", label: "未解决", note: "不能核查办结" },
          ],
        }),
    },
  });
  const group = shown.get("[role=radiogroup]");
  expect(shown.get(`#${group.attributes("aria-labelledby")}`).text()).toBe("是否解决");
  const radios = shown.findAll("input[type=radio]");
  expect(radios.map((radio) => (radio.element as HTMLInputElement).checked)).toEqual([false, true]);
  expect(shown.get(`#${radios[1]?.attributes("aria-describedby")}`).text()).toBe("不能核查办结");
});

it("a text area counts characters as the server does", () => {
  const shown = mount(TextArea, { props: { ties: { id: "t" }, modelValue: "𠮷野家", maxLength: 2 } });
  expect(shown.get(".count").text()).toContain("3 / 2");
  expect(shown.get(".count").classes()).toContain("over");
});

it("a searchable list has the field's ties at its input, and says what is chosen", async () => {
  const shown = mount(SearchSelect<string>, {
    attachTo: "#app",
    props: {
      ties: { id: "unit", "aria-required": true, "aria-invalid": true, "aria-describedby": "unit-error" },
      label: "单位",
      options: [{ value: "qzjw", label: "区住建委" }],
      modelValue: "qzjw",
    },
  });
  await flushPromises();
  const input = shown.get("input[role=combobox]");
  expect(input.attributes()).toMatchObject({
    id: "unit",
    "aria-required": "true",
    "aria-invalid": "true",
    "aria-describedby": "unit-error unit-chosen",
  });
  expect(shown.get("#unit-chosen").text()).toBe("已选 区住建委");
  shown.unmount();
});

it("a calendar has the field's ties at its input", async () => {
  const shown = mount(DatePicker, {
    attachTo: "#app",
    props: { ties: { id: "day", "aria-required": true }, modelValue: "2021-09-08" },
  });
  await flushPromises();
  expect(shown.get("input").attributes()).toMatchObject({ id: "day", "aria-required": "true" });
  expect(shown.get("input").element.value).toBe("2021-09-08");
  shown.unmount();
});

it("a summary of errors takes the focus and leads to the fields", async () => {
  const shown = mount(
    {
      components: { ErrorSummary },
      template: `<ErrorSummary heading="有 1 处需要修改" :faults="[{ id: 'why', label: '理由', message: '请填写' }]" />
        <input id="why" />`,
    },
    { attachTo: "#app" },
  );
  await nextTick();
  expect(document.activeElement?.getAttribute("role")).toBe("alert");
  await shown.get("a").trigger("click");
  expect(document.activeElement?.id).toBe("why");
  shown.unmount();
});

it("a tool tip describes what it is about", async () => {
  const shown = mount(ToolTip, {
    props: { text: "已经签收，不能退回" },
    slots: { default: ({ describedby }) => h("button", { "aria-describedby": describedby }, "退回") },
  });
  const tip = shown.get("[role=tooltip]");
  expect(shown.get("button").attributes("aria-describedby")).toBe(tip.attributes("id"));
  await shown.get("button").trigger("focusin");
  expect(tip.classes()).toContain("shown");
  await shown.get("button").trigger("keydown", { key: "Escape" });
  expect(tip.classes()).not.toContain("shown");
});

describe("files", () => {
  const file = new File(["x"], "a.pdf");
  const brings = (name: string, transfer: object): Event => {
    const event = new Event(name, { bubbles: true, cancelable: true });
    const data = { files: [file], types: ["Files"], ...transfer };
    return Object.assign(event, name === "paste" ? { clipboardData: data } : { dataTransfer: data });
  };
  const show = () => mount(FileDrop, { attachTo: "#app", props: { ties: { id: "f" }, files: [] } });

  it("come by drop and by paste, wherever on the page", () => {
    const shown = show();
    const dropped = brings("drop", {});
    document.body.dispatchEvent(dropped);
    document.body.dispatchEvent(brings("paste", {}));
    expect(dropped.defaultPrevented).toBe(true);
    expect(shown.emitted("add")).toEqual([[[file]], [[file]]]);
    shown.unmount();
    const later = brings("drop", {});
    document.body.dispatchEvent(later);
    expect(later.defaultPrevented).toBe(false);
  });

  it("leave text alone that is dragged, or pasted with a picture of itself", () => {
    const shown = show();
    const field = document.body.appendChild(document.createElement("textarea"));
    const events = [
      brings("drop", { files: [], types: ["text/plain"] }),
      brings("paste", { types: ["text/plain", "Files"] }),
    ];
    for (const event of events) field.dispatchEvent(event);
    expect(events.map((event) => event.defaultPrevented)).toEqual([false, false]);
    expect(shown.emitted("add")).toBeUndefined();
    shown.unmount();
  });

  it("don't reach what lies under a dialog, and the page stays", () => {
    const shown = show();
    document.getElementById("app")?.toggleAttribute("inert", true);
    const dropped = brings("drop", {});
    document.body.dispatchEvent(dropped);
    expect(dropped.defaultPrevented).toBe(true);
    expect(shown.emitted("add")).toBeUndefined();
    shown.unmount();
  });
});

describe("a dialog", () => {
  const dialog = (dirty: boolean) =>
    mount(ModalDialog, {
      attachTo: "#app",
      props: { heading: "退回", dirty },
      slots: { default: () => h("input", { "aria-label": "依据" }) },
    });
  const press = (key: string): boolean | undefined =>
    document
      .querySelector("[role=dialog]")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

  it("closes by Escape", () => {
    const shown = dialog(false);
    press("Escape");
    expect(shown.emitted("close")).toHaveLength(1);
    shown.unmount();
  });

  it("asks before what was typed is lost", async () => {
    const shown = dialog(true);
    press("Escape");
    await flushPromises();
    expect(shown.emitted("close")).toBeUndefined();
    expect(document.activeElement?.textContent).toBe("继续填写");
    const leave = [...document.querySelectorAll("button")].find((button) => button.textContent === "放弃");
    leave?.click();
    expect(shown.emitted("close")).toHaveLength(1);
    shown.unmount();
  });
});
