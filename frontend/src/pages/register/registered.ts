// A case just registered, and what is still to be done with it at once.
import { useQueryClient } from "@tanstack/vue-query";
import { readAgain, useCommand } from "@/api/command";
import type { CommandAnswer } from "@/api/command";
import { Upload } from "@/api/files";
import type { Values } from "@/pages/forms/description";
import type { FilledCommand } from "./registerForm";
import type { Step } from "./steps";

export interface Registered {
  receipt: CommandAnswer<"/api/v1/cases">;
  /** What was filled in, for the receipt and for the next one. */
  values: Values;
  files: readonly File[];
  commands: readonly FilledCommand[];
}

/** The steps after registering: the files, as long as the case is open, then the commands. */
export function useFollowingSteps({ receipt, files, commands }: Registered): Step[] {
  const client = useQueryClient();
  let { version } = receipt;

  const uploads = files.map((file): Step => {
    const upload = new Upload(receipt.id, file, "");
    return {
      label: `上传附件 ${file.name}`,
      optional: true,
      async run(progress) {
        await upload.send(progress);
        await readAgain(client, "/api/v1/cases");
      },
    };
  });
  const given = commands.map(({ command, body }): Step => {
    const { send, problem } = useCommand(command.path);
    return {
      label: command.label,
      async run() {
        const answer = await send({ id: receipt.id, version, body: body as never });
        if (!answer) throw problem.value;
        version = (answer as { version: number }).version;
      },
    };
  });
  return [...uploads, ...given];
}
