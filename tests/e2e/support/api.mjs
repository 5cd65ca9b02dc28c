// What others do meanwhile, told to the API directly.
import assert from "node:assert/strict";

/** Signs in as a demo account by its user name; gives what asks and tells in its name. */
export async function asAccount(origin, username) {
  const api = `${origin}/api/v1`;
  const json = { "Content-Type": "application/json" };
  const { accounts } = await (await fetch(`${api}/demo/accounts`)).json();
  const { password } = accounts.find(
    (account) => account.username === username,
  );
  const begun = await fetch(`${api}/session`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ username, password }),
  });
  assert.equal(begun.status, 200, `${username} can't sign in`);
  const { access_token } = await begun.json();
  const bearer = { Authorization: `Bearer ${access_token}` };

  async function answer(response) {
    assert.ok(
      response.ok,
      `${response.url}: ${response.status} ${await response.clone().text()}`,
    );
    return response.json();
  }
  return {
    get: async (path) =>
      answer(await fetch(`${api}${path}`, { headers: bearer })),
    /** `version` is what `If-Match` says. */
    post: async (path, body, version) =>
      answer(
        await fetch(`${api}${path}`, {
          method: "POST",
          headers: {
            ...json,
            ...bearer,
            ...(version === undefined ? {} : { "If-Match": `"${version}"` }),
          },
          body: JSON.stringify(body),
        }),
      ),
  };
}
