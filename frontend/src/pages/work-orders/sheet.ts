// One work order with its history, true to the moment, and what a form about it needs.
import { computed } from "vue";
import type { ComputedRef } from "vue";
import type { UseQueryReturnType } from "@tanstack/vue-query";
import type { Problem } from "@/api/problem";
import { useApiQuery } from "@/api/query";
import { session } from "@/api/session";
import type { HistoryItem, Sheet, SheetAction } from "@/api/types";
import type { Subject } from "@/pages/forms/subject";

export interface OpenSheet {
  query: UseQueryReturnType<Sheet, Problem>;
  /** The work order; nothing while it isn't there or may not be seen. */
  sheet: ComputedRef<Sheet | undefined>;
  history: ComputedRef<readonly HistoryItem[]>;
  /** Whether the person acts for its drafter's side, not for the unit that it goes to. */
  byTelephone: ComputedRef<boolean>;
  /** What a form of one command is about. */
  subjectFor: (action: SheetAction) => Subject | undefined;
}

export function useSheet(id: () => string): OpenSheet {
  const init = () => ({ params: { path: { id: id() } } });
  const query = useApiQuery("/api/v1/work-orders/{id}", init);
  const told = useApiQuery("/api/v1/work-orders/{id}/history", init);

  const sheet = computed(() => query.data.value);
  const history = computed(() => told.data.value?.items ?? []);
  const byTelephone = computed(() => session.who.value?.acting.unit !== sheet.value?.main_unit.id);

  function subjectFor(action: SheetAction): Subject | undefined {
    const shown = sheet.value;
    if (!shown) return undefined;
    const seen = history.value.length;
    return {
      id: shown.id,
      version: shown.version,
      async reread() {
        await Promise.all([query.refetch(), told.refetch()]);
        return {
          version: sheet.value?.version ?? shown.version,
          since: history.value.slice(seen),
          refusal: sheet.value?.allowed_actions.find((known) => known.action === action)?.reason ?? undefined,
        };
      },
    };
  }

  return { query, sheet, history, byTelephone, subjectFor };
}
