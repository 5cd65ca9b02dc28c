// What stands in the form while it is filled in, and in its draft.
import { computed, reactive, ref, shallowRef, watch } from "vue";
import type { ComputedRef, Ref, ShallowRef } from "vue";
import type { CommandBody } from "@/api/command";
import type { Problem } from "@/api/problem";
import { draftOf, dropDraft, keepDraft } from "@/lib/drafts";
import type { Draft } from "@/lib/drafts";
import type { Field, Values } from "@/pages/forms/description";
import { askedFields, bodyOf, faultsOf, fieldAt, initialValues } from "@/pages/forms/values";
import type { FieldFault } from "@/ui/field";
import { FOLLOW_UPS, REGISTER } from "./description";
import type { FollowingCommand, FollowUp } from "./description";

type Fields = readonly Field<null>[];
type Faults = Record<string, string>;

interface Content {
  values: Values;
  followUp: string;
  following: Values;
}

/** A command with what was filled in for it. */
export interface FilledCommand {
  command: FollowingCommand;
  body: Record<string, unknown>;
}

export interface RegisterForm {
  values: Values;
  asked: ComputedRef<Fields>;
  /** What follows at once, and what stands in its fields. */
  followUp: ComputedRef<FollowUp>;
  followUpName: Readonly<Ref<string>>;
  chooseFollowUp: (name: string) => void;
  following: Values;
  followingFields: ComputedRef<{ command: FollowingCommand; field: Field<null> }[]>;
  faults: ShallowRef<Faults>;
  followingFaults: ShallowRef<Faults>;
  /** What is wrong, field by field, for the summary. */
  listed: ComputedRef<FieldFault[]>;
  /** What the server finds wrong that no field stands for. */
  others: ShallowRef<readonly string[]>;
  idOf: (name: string) => string;
  followingIdOf: (name: string) => string;
  set: (name: string, value: Values[string]) => void;
  setFollowing: (name: string, value: Values[string]) => void;
  /** A fault found while others are still filled in. */
  mark: (name: string, message: string) => void;
  /** Marks what isn't there. */
  check: () => void;
  /** Marks what the server found wrong. */
  showProblem: (problem: Problem) => void;
  body: () => CommandBody<"/api/v1/cases">;
  commands: () => FilledCommand[];
  /** What was begun before, as long as it isn't taken up or thrown away. */
  offered: ShallowRef<Draft<Content> | null>;
  takeUp: () => void;
  throwAway: () => void;
  /** Empties everything. */
  clear: () => void;
  /** It is done: nothing is kept. */
  finish: () => void;
}

const DRAFT = "register";
/** Never kept outside the server. */
const NEVER_KEPT = ["reporter.id_number"];

const without = (faults: Faults, name: string): Faults =>
  Object.fromEntries(Object.entries(faults).filter(([other]) => other !== name));

/** `owner` keeps the draft; `preset` is what stands in the fields at first. */
export function useRegisterForm(owner: string, preset: () => Values, prefix: string): RegisterForm {
  const initial = (): Values => ({ ...initialValues(REGISTER, null), ...preset() });
  const values = reactive<Values>(initial());
  const followUpName = ref("register");
  const following = reactive<Values>({});
  const faults = shallowRef<Faults>({});
  const followingFaults = shallowRef<Faults>({});
  const others = shallowRef<readonly string[]>([]);
  const offered = shallowRef(draftOf<Content>(owner, DRAFT));

  const followUp = computed(
    () => FOLLOW_UPS.find(({ value }) => value === followUpName.value) ?? (FOLLOW_UPS[0] as FollowUp),
  );
  const asked = computed(() => askedFields(REGISTER, values, null));
  const followingFields = computed(() =>
    followUp.value.commands.flatMap((command) =>
      command.description.fields.map((field) => ({ command, field })),
    ),
  );

  const idOf = (name: string): string => `${prefix}-${name}`;
  const followingIdOf = (name: string): string => `${prefix}-following-${name}`;
  const listed = computed(() => [
    ...asked.value.flatMap(({ name, label }): FieldFault[] => {
      const message = faults.value[name];
      return message ? [{ id: idOf(name), label, message }] : [];
    }),
    ...followingFields.value.flatMap(({ field: { name, label } }): FieldFault[] => {
      const message = followingFaults.value[name];
      return message ? [{ id: followingIdOf(name), label, message }] : [];
    }),
  ]);

  // What one types first thing is not yet a draft: only what differs from what stood there.
  const content = (): Content => ({
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !NEVER_KEPT.includes(name))),
    followUp: followUpName.value,
    following: { ...following },
  });
  let kept = JSON.stringify(content());
  watch(
    () => JSON.stringify(content()),
    (now) => {
      if (now === kept) return;
      kept = now;
      keepDraft(owner, DRAFT, JSON.parse(now));
    },
  );

  function fill(given: Values): void {
    Object.assign(values, initial(), given);
    faults.value = {};
    followingFaults.value = {};
    others.value = [];
  }
  /** Fills without making a draft of it. */
  function begin(): void {
    fill({});
    followUpName.value = "register";
    for (const name of Object.keys(following)) following[name] = "";
    kept = JSON.stringify(content());
    dropDraft(owner, DRAFT);
  }

  return {
    values,
    asked,
    followUp,
    followUpName,
    chooseFollowUp(name) {
      followUpName.value = name;
      // Of which case it is the repeat has been said above already.
      if (name === "close_duplicate") following.of ||= values.repeat_of ?? "";
    },
    following,
    followingFields,
    faults,
    followingFaults,
    listed,
    others,
    idOf,
    followingIdOf,
    set(name, value) {
      values[name] = value;
      if (faults.value[name]) faults.value = without(faults.value, name);
    },
    setFollowing(name, value) {
      following[name] = value;
      if (followingFaults.value[name]) followingFaults.value = without(followingFaults.value, name);
    },
    mark(name, message) {
      faults.value = { ...faults.value, [name]: message };
    },
    check() {
      others.value = [];
      faults.value = faultsOf(REGISTER, values, null);
      followingFaults.value = Object.assign(
        {},
        ...followUp.value.commands.map(({ description }) => faultsOf(description, following, null)),
      ) as Faults;
    },
    showProblem({ errors }) {
      const names = asked.value.map(({ name }) => name);
      const found: Faults = {};
      const rest: string[] = [];
      for (const { path, message } of errors ?? []) {
        const name = fieldAt(names, path);
        if (name) found[name] ??= message;
        else rest.push(message);
      }
      faults.value = found;
      others.value = rest;
    },
    body: () => bodyOf(REGISTER, values, {}, null) as unknown as CommandBody<"/api/v1/cases">,
    commands: () =>
      followUp.value.commands.map((command) => ({
        command,
        body: bodyOf(command.description, following, {}, null),
      })),
    offered,
    takeUp() {
      const draft = offered.value;
      if (!draft) return;
      fill(draft.content.values);
      followUpName.value = draft.content.followUp;
      Object.assign(following, draft.content.following);
      offered.value = null;
    },
    throwAway() {
      offered.value = null;
      kept = JSON.stringify(content());
      dropDraft(owner, DRAFT);
    },
    clear() {
      begin();
      offered.value = null;
    },
    finish: () => dropDraft(owner, DRAFT),
  };
}
