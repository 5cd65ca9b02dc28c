import type { Names } from "@/api/names";
import type { HistoryItem, Unit } from "@/api/types";
import type { Fact } from "@/ui/FactList.vue";

type Said = Partial<Omit<Unit, "id" | "version">> & {
  duty?: string;
  sector?: string;
  from?: string | null;
  to?: string | null;
};

/** What an event of a unit's history says. */
export function factsOf({ type, data }: HistoryItem, { label, unit }: Names): Fact[] {
  const said = data as Said;
  const isPlaced = type === "unit_created" || type === "unit_placed";
  return [
    { label: "简称", value: said.name },
    { label: "全称", value: said.full_name },
    { label: "类别", value: label("UnitKind", said.kind) },
    { label: "隶属于", value: isPlaced ? unit(said.parent) || "无" : undefined },
    { label: "次序", value: said.rank?.toString() },
    { label: "牵头领域", value: label("Sector", said.leads) },
    { label: "协调领域", value: label("Sector", said.coordinates) },
    { label: "职责", value: label("Duty", said.duty) },
    { label: "领域", value: label("Sector", said.sector) },
    { label: "原承担单位", value: unit(said.from) },
    { label: "改由", value: unit(said.to) },
    { label: "承接单位", value: unit(said.successor) },
  ];
}
