import { describe, expect, it } from "vitest";
import { dataOf, Problem, problemOf, toProblem } from "./problem";

const answer = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers });

describe("a problem", () => {
  it("tells what the server tells", () => {
    const problem = problemOf(answer(409), {
      type: "urn:bancheng:problem:wrong_state",
      title: "当前状态不允许",
      status: 409,
      detail: "事项现为“已办结”",
      code: "wrong_state",
      request_id: "r1",
    });
    expect(problem.telling).toEqual({ title: "当前状态不允许", detail: "事项现为“已办结”" });
    expect(problem).toMatchObject({ status: 409, code: "wrong_state", requestId: "r1", errors: [] });
    expect(problem.passing).toBe(false);
  });

  it("keeps what is wrong with single fields", () => {
    const errors = [{ path: "limit", message: "不能大于200" }];
    const body = {
      code: "invalid_value",
      title: "输入有误",
      detail: "limit：不能大于200",
      request_id: "r2",
      errors,
    };
    expect(problemOf(answer(422), body).errors).toEqual(errors);
  });

  it("has Chinese words of its own where something else than the API answered", () => {
    const problem = problemOf(answer(502, { "X-Request-Id": "r3" }), "<html>Bad Gateway</html>");
    expect(problem.telling.title).toBe("服务暂时不可用");
    expect(problem).toMatchObject({ code: "http_502", requestId: "r3", passing: true });
    expect(problemOf(answer(418), undefined).telling.detail).toContain("418");
  });

  it("knows that the network failed", () => {
    const problem = toProblem(new TypeError("Failed to fetch"));
    expect(problem).toMatchObject({ status: 0, code: "unreachable", passing: true });
    expect(problem.telling.title).toBe("连接不上服务器");
  });

  it("knows what asking again may help", () => {
    expect(problemOf(answer(429), undefined).passing).toBe(true);
    expect(problemOf(answer(403), undefined).passing).toBe(false);
  });

  it("takes a fault of the page for what it is", () => {
    expect(toProblem(new TypeError("x is undefined"))).toMatchObject({ code: "client", passing: false });
    expect(toProblem("oh")).toMatchObject({ code: "client" });
  });

  it("is thrown for every answer that is an error", async () => {
    const refused = dataOf(Promise.resolve({ error: null, response: answer(403) }));
    await expect(refused).rejects.toBeInstanceOf(Problem);
    await expect(dataOf(Promise.reject(new TypeError("Failed to fetch")))).rejects.toMatchObject({
      status: 0,
    });
    await expect(dataOf(Promise.resolve({ data: 7, response: answer(200) }))).resolves.toBe(7);
  });
});
