// What can be chosen for each criterion.
import { computed } from "vue";
import type { ComputedRef } from "vue";
import { useDictionary } from "@/api/dictionary";
import { useUnits } from "@/api/units";
import { LEVEL_LABELS, listOf, MUNICIPAL_LABELS, PROGRESS_LABELS } from "./filter";
import type { Criterion } from "./filter";

interface Option {
  value: string;
  label: string;
}

export interface FilterOptions {
  progresses: readonly Option[];
  levels: readonly Option[];
  municipal: readonly Option[];
  units: ComputedRef<readonly Option[]>;
  /** The words of a criterion; `now` is chosen already, be it several at once. */
  words: (name: Criterion, now: string) => Option[];
  unitName: (id: string) => string;
}

const optionsOf = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const ANY: Option = { value: "", label: "不限" };

/** The units are read only where they are wanted. */
export function useFilterOptions(unitsWanted: () => boolean): FilterOptions {
  const { words, label } = useDictionary();
  const { data } = useUnits(unitsWanted);
  const units = computed(() => (data.value?.items ?? []).map(({ id, name }) => ({ value: id, label: name })));
  return {
    progresses: optionsOf(PROGRESS_LABELS),
    municipal: [ANY, ...optionsOf(MUNICIPAL_LABELS)],
    levels: [ANY, ...optionsOf(LEVEL_LABELS).reverse()],
    units,
    words(name, now) {
      const options = [
        ANY,
        ...words(listOf(name)).map(({ code, label: text }) => ({ value: code, label: text })),
      ];
      if (options.some(({ value }) => value === now)) return options;
      const several = now.split(",").map((code) => label(listOf(name), code));
      return [...options, { value: now, label: several.join("、") }];
    },
    unitName: (id) => units.value.find(({ value }) => value === id)?.label ?? id,
  };
}
