import type { Ref } from "vue";

/** What is done to the entries of a list that a form edits. */
export interface Entries<Entry> {
  change: (index: number, change: Partial<Entry>) => void;
  add: (entry: Entry) => void;
  remove: (index: number) => void;
}

/** Each change makes a new list: what stood there before stays as it was. */
export const entriesOf = <Entry extends object>(list: Ref<Entry[]>): Entries<Entry> => ({
  change(index, change) {
    list.value = list.value.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
  },
  add(entry) {
    list.value = [...list.value, entry];
  },
  remove(index) {
    list.value = list.value.filter((_entry, at) => at !== index);
  },
});
