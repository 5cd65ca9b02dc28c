import { open } from "./open";
import { dataOf } from "./problem";
import type { DemoAccount } from "./types";

/** The accounts a visitor may step in with; none where this is no demonstration. */
export async function demoAccounts(): Promise<DemoAccount[]> {
  try {
    return (await dataOf(open.GET("/api/v1/demo/accounts"))).accounts;
  } catch {
    return [];
  }
}
