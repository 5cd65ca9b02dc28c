// Files chosen while the case isn't there yet: they go up once it is.
import { shallowRef } from "vue";
import type { ShallowRef } from "vue";
import { sizeText } from "@/lib/size";
import type { DroppedFile } from "@/ui/FileDrop.vue";

export interface ChosenFile extends DroppedFile {
  file: File;
}

export interface ChosenFiles {
  files: ShallowRef<readonly ChosenFile[]>;
  add: (files: File[]) => void;
  remove: (key: number) => void;
}

export function useChosenFiles(): ChosenFiles {
  const files = shallowRef<readonly ChosenFile[]>([]);
  let last = 0;
  return {
    files,
    add(more) {
      files.value = [
        ...files.value,
        ...more.map((file): ChosenFile => ({
          key: ++last,
          name: file.name,
          size: sizeText(file.size),
          state: "waiting",
          progress: 0,
          file,
        })),
      ];
    },
    remove(key) {
      files.value = files.value.filter((file) => file.key !== key);
    },
  };
}
