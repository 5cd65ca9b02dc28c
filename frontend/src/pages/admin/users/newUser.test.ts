import { expect, it } from "vitest";
import { bodyOf, missing, noPost } from "./newUser";
import type { EnteredUser } from "./newUser";

const entered = (by: Partial<EnteredUser> = {}): EnteredUser => ({
  name: " 甄新人 ",
  username: "zhen.xr",
  phone: "",
  homeUnit: "",
  posts: [{ ...noPost("qzjw"), role: "handler" }],
  ...by,
});

it("says what was left out, where the server would", () => {
  expect(missing(entered())).toEqual({});
  expect(missing(entered({ name: " ", username: "", posts: [noPost("qzjw"), noPost()] }))).toEqual({
    name: "请填写",
    username: "请填写",
    "posts[0].role": "请选择",
    "posts[1].role": "请选择",
    "posts[1].unit": "请选择",
  });
});

it("sends only what was entered", () => {
  expect(bodyOf(entered(), "a first password")).toEqual({
    name: "甄新人",
    username: "zhen.xr",
    password: "a first password",
    posts: [{ role: "handler", unit: "qzjw" }],
  });
  expect(bodyOf(entered({ phone: " 010-1 ", homeUnit: "qfgw" }), "x")).toMatchObject({
    phone: "010-1",
    home_unit: "qfgw",
  });
});
