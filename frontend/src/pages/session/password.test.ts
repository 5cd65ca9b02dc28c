import { expect, it } from "vitest";
import openapi from "../../../../openapi/openapi.json";
import { LONGEST, passwordFaults, SHORTEST } from "./password";

it("has the limits of the OpenAPI document", () => {
  const { minLength, maxLength } = openapi.components.schemas.ChangePassword.properties.new_password;
  expect([SHORTEST, LONGEST]).toEqual([minLength, maxLength]);
});

it("says what is wrong at its field", () => {
  const fine = { old: "the old password", fresh: "a longer new one", again: "a longer new one" };
  expect(passwordFaults(fine)).toEqual({});
  expect(passwordFaults({ ...fine, old: "" })).toEqual({ old: "请填写原密码" });
  expect(passwordFaults({ ...fine, again: "another" })).toEqual({ again: "两次输入的新密码不一致" });
  expect(passwordFaults({ ...fine, fresh: "短", again: "短" }).fresh).toBe("至少 12 个字符，现有 1 个");
});
