// Components that are loaded when they are first wanted. Where that fails, what happened is shown in their
// place, and can be tried again.
import { defineAsyncComponent, defineComponent, h, shallowRef } from "vue";
import type { Component } from "vue";
import { loadFault, whenOnline } from "@/lib/loading";
import type { LoadFault } from "@/lib/loading";
import LoadFailure from "./LoadFailure.vue";

export function lazy<T extends Component>(loader: () => Promise<{ default: T }>): T {
  const failure = shallowRef<{ fault: LoadFault; retry: () => void } | null>(null);
  return defineAsyncComponent({
    loader: whenOnline(loader as () => Promise<{ default: never }>),
    delay: 0,
    // It is waited for until it is there: a failure isn't the end of it.
    loadingComponent: defineComponent({
      inheritAttrs: false,
      setup: (_props, { attrs }) => {
        return () =>
          failure.value &&
          h(LoadFailure, { ...failure.value, close: attrs.onClose as (() => void) | undefined });
      },
    }),
    async onError(_thrown, again) {
      const retry = (): void => {
        failure.value = null;
        again();
      };
      failure.value = { fault: await loadFault(), retry };
    },
  });
}
