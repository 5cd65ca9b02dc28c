import { useCommand } from "@/api/command";
import type { Command } from "@/api/command";
import type { components } from "@/api/schema";

export type PersonalField = components["schemas"]["PersonalField"];

type Reveals = Pick<Command<"/api/v1/cases/{id}/reveal">, "busy" | "problem"> & {
  /** Asks for one value in the clear; nothing if it may not be shown. */
  reveal: (field: PersonalField) => Promise<string | undefined>;
};

/** Shows personal data of a case; each showing is put on record. */
export function useReveal(id: () => string): Reveals {
  const { busy, problem, send } = useCommand("/api/v1/cases/{id}/reveal");
  return {
    busy,
    problem,
    async reveal(field) {
      const revealed = await send({ id: id(), body: { field } });
      return revealed?.value ?? undefined;
    },
  };
}
