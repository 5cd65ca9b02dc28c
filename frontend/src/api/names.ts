// What codes are called: words by the dictionary, units by their names.
import { computed } from "vue";
import { useDictionary } from "./dictionary";
import type { Dictionary } from "./dictionary";
import type { Unit } from "./types";
import { useUnits } from "./units";

export interface Names {
  label: Dictionary["label"];
  /** The name of a unit; its code where there is none. */
  unit: (id: string | null | undefined) => string;
}

/** The names of units by their codes. */
export function unitNames(units: readonly Unit[] | undefined): Names["unit"] {
  const names = new Map(units?.map(({ id, name }) => [id, name]));
  return (id) => (id ? (names.get(id) ?? id) : "");
}

export function useNames(): Names {
  const { label } = useDictionary();
  const { data: units } = useUnits();
  const unit = computed(() => unitNames(units.value?.items));
  return { label, unit: (id) => unit.value(id) };
}
